/// Keeps every test on this machine: names other than localhost are unknown, and connections to any
/// address but a loopback one are refused before a packet leaves, whichever library asks.
@NullMarked
package zhai.loopback;

import org.jspecify.annotations.NullMarked;
