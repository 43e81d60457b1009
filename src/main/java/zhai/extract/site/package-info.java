/// The site readers: what is known of single sites' pages, where the general extractor would take
/// the wrong text or none. Wall markers are data in resource files. Imports zhai.extract, never the
/// other way round; pure like it.
@NullMarked
package zhai.extract.site;

import org.jspecify.annotations.NullMarked;
