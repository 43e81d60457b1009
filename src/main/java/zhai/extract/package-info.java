/// From bytes to an article: finds the charset and the type, parses once, asks the site readers,
/// picks the main content and the metadata, and writes the content as clean HTML, Markdown and
/// text. Pure: bytes in, record out; no network, no files, no clock. The home of jsoup and PDFBox.
@NullMarked
package zhai.extract;

import org.jspecify.annotations.NullMarked;
