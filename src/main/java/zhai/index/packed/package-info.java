/// How an index takes in many pages quickly: the words of a page are only written down while it
/// comes, and looked up when the part of the index that it is in goes to the disk.
///
/// Lucene looks each token of a page up among all terms that it holds, and waits ten times for
/// memory with each that the page has not had yet; that was half of what indexing a library took.
/// Here it is given *packs*: the tokens of a value, one after the other, in the bytes of one long
/// term. When Lucene writes a part, the packs are taken apart again, and their tokens are sorted by
/// term, all at once, mostly inside the processor's own memory. What is on the disk is the same
/// either way, to be read by any Lucene.
///
/// It hangs on what Lucene leaves open to its users: {@link zhai.index.packed.Packing} is the door,
/// {@link zhai.index.packed.PackedTokens} the way in, {@link zhai.index.packed.PackedFormat} the
/// way out.
@NullMarked
package zhai.index.packed;

import org.jspecify.annotations.NullMarked;
