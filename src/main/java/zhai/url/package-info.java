/// The identity of a page: many addresses in, one canonical address out.
///
/// [WebUrl] is an address as given, as fetched and as canonical; [CanonicalRules] makes one from
/// what people paste, by the ordered table `canonical.rules`; [ShareText] finds addresses inside
/// the text that apps hand to the clipboard. The room does no I/O but reading its own resource
/// file, knows no clock, and needs nothing but `okhttp3.HttpUrl`, which parses.
@NullMarked
package zhai.url;

import org.jspecify.annotations.NullMarked;
