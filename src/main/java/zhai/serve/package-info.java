/// The local reader: pages to search, read and pick from in a browser, and an HTTP API for the
/// same, for one person on one machine. It decides nothing about bookmarks; what things mean is
/// decided in `zhai.library`.
///
/// It is made of the JDK's own HTTP server on virtual threads: no dependency, listening within
/// milliseconds, and a connection that idles costs no thread. Pages are plain HTML from templates
/// (jmustache, which escapes by default), with small JavaScript modules beside them; reading and
/// searching work without any script.
///
/// **Who may come in.** {@link zhai.serve.Door} looks at every request before anything else does:
/// it listens on 127.0.0.1, knows three host names, and refuses what another site's page sends.
/// {@link zhai.serve.Keys} says what opens it. A browser gets in by the link that `zhai serve`
/// prints; the link holds a key that lives as long as that server does, and gives a cookie that no
/// script can read and no other site's page can send along. A key in the link instead of the
/// installation's token: what stays in a terminal's or a browser's history is worth nothing later.
/// A key in the query instead of the fragment: it works without a script. To change something a
/// request needs more, a header that only our own pages know what to put into. Other programs send
/// the installation's token, kept in a file for its owner only.
///
/// **What came from a page** is shown cleaned, under a policy that lets nothing run and nothing be
/// asked for elsewhere. The bytes of a page as they came are shown on a second port, which is
/// another origin, in a sandbox.
///
/// May use `library` and what that speaks in; of the store it sees only what `library` hands out.
@NullMarked
package zhai.serve;

import org.jspecify.annotations.NullMarked;
