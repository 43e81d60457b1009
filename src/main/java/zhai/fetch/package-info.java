/// The step from an address to its bytes: over the network by our own client, by an installed
/// browser, or out of a file the user saved. Whatever a server, a name or a network does comes back
/// as a {@link zhai.fetch.FetchOutcome}, never as an exception. This is the only room that opens
/// sockets (all of them in {@link zhai.fetch.GuardedSockets}) and the only one that knows OkHttp;
/// it reads no clock but the one it is given, keeps nothing on disk, and may touch `model` and
/// `url`.
@NullMarked
package zhai.fetch;

import org.jspecify.annotations.NullMarked;
