/// The host of native messaging, without a browser; with one it is tried in `zhai.browser`.
@NullMarked
package zhai.extension;

import org.jspecify.annotations.NullMarked;
