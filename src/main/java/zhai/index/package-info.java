/// The search index: Lucene, derived from the store and disposable. Analyzers, fields, queries and
/// snippets, and the watermark that says how far it has followed the library's changes. May touch
/// its own folder and `query`, `model`, `url`; no other room sees a Lucene type.
@NullMarked
package zhai.index;

import org.jspecify.annotations.NullMarked;
