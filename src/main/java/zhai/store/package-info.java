/// The truth: one SQLite file that holds bookmarks, snapshots, articles, marks and tags. {@link
/// zhai.store.Store} reads and opens transactions, {@link zhai.store.Transaction} is the only way
/// to change anything, and every change takes the next sequence number. The only room with JDBC and
/// SQL; it knows {@code zhai.model} and {@code zhai.url} and nothing of the network, the index or
/// the clock: every time is the caller's.
@NullMarked
package zhai.store;

import org.jspecify.annotations.NullMarked;
