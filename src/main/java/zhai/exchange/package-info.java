/// Formats in and out, one class per format: the lossless JSON lines, the flat JSON for scripts,
/// Markdown and HTML reading lists, Netscape bookmarks. Text in, records out, and back; the room
/// opens no file, touches no network and reads no clock, so that the same library gives the same
/// bytes. Jackson, commonmark and (for the HTML formats) jsoup may be used here; of zhai's rooms
/// only `query`, `model` and `url`.
@NullMarked
package zhai.exchange;

import org.jspecify.annotations.NullMarked;
