/// A process that stands by, so that the next command need not begin with a cold Java.
///
/// Most of what a short command takes is the start of Java and of the libraries. So after a command
/// of the kinds that `src/app/bin/zhai` names, one process stays ready in the background. The next
/// command hands its arguments, environment and folder over through a socket, and passes on what
/// comes back. What is done is the same, by the same code: the process opens the library anew for
/// each {@link zhai.standby.Call} and closes it afterwards; in between it holds nothing.
///
/// **Nobody has to know of it.** It ends after some minutes without a call, and when the program
/// was built anew. Where it is missing, busy, too slow, or run in another language or time zone,
/// the command runs in its own process as if nothing had been there. `ZHAI_STANDBY=off` does
/// without.
///
/// **Nobody else gets in.** {@link zhai.standby.Place} is a socket in a folder that only its user
/// may enter, and each side asks the system who the other one is.
///
/// Knows no other room: what is run is a {@link zhai.standby.Program} that Main gives it.
@NullMarked
package zhai.standby;

import org.jspecify.annotations.NullMarked;
