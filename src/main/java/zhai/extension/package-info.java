/// The way in for the browser extension of `src/extension`: native messaging, in which a browser
/// starts a program and talks with it through its standard streams. No port is open and no server
/// runs. {@link zhai.extension.NativeHost} answers, {@link zhai.extension.Caller} says to whom,
/// {@link zhai.extension.Installation} tells browsers where the program is. What a request means is
/// decided in `zhai.library`; the streams are handed in.
@NullMarked
package zhai.extension;

import org.jspecify.annotations.NullMarked;
