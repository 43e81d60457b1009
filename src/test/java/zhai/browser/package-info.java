/// What zhai writes for browsers, opened in one.
@NullMarked
package zhai.browser;

import org.jspecify.annotations.NullMarked;
