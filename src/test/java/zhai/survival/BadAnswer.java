package zhai.survival;

import static zhai.survival.Sending.bomb;
import static zhai.survival.Sending.drip;
import static zhai.survival.Sending.endless;
import static zhai.survival.Sending.gzip;
import static zhai.survival.Sending.head;
import static zhai.survival.Sending.page;
import static zhai.survival.Sending.print;
import static zhai.survival.Sending.waitForEver;
import static zhai.survival.Sending.whole;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import zhai.loopback.RawServer;

/// An answer that no good server gives, and what must come of it.
///
/// @param name its path
/// @param verdict the label of the verdict; `read` where a browser would show the page all the same
/// @param said what the sentence to it must match, a regular expression; of a page that is read:
///   its title
/// @param answer what is sent
record BadAnswer(String name, String verdict, String said, RawServer.Answer answer) {
  private static final int KIB = 1024;
  private static final int MIB = KIB * KIB;
  private static final String OK = "HTTP/1.1 200 OK";
  private static final String HTML = "Content-Type: text/html; charset=utf-8";
  private static final String GZIP = "Content-Encoding: gzip";
  private static final String TOO_LARGE = "more than 26214400 bytes sent";

  static List<BadAnswer> all() {
    List<BadAnswer> all = new ArrayList<>();
    all.addAll(endlessBodies());
    all.addAll(typesAndNothing());
    all.addAll(bombs());
    all.addAll(manyCodings());
    all.addAll(brokenCodings());
    all.addAll(BadRedirects.all());
    all.addAll(largeHeads());
    all.addAll(oddHeads());
    all.addAll(noHeads());
    all.addAll(lengths());
    all.addAll(chunks());
    return all;
  }

  /// Those that are waited for: each takes the time that a fetch may take.
  static List<BadAnswer> slow() {
    String late = "no whole answer in time";
    return List.of(
        new BadAnswer("silence", "unsupported", late, Sending::waitForEver),
        new BadAnswer("slow-head", "unsupported", late, out -> drip(out, OK + "\r\nX-A: ")),
        new BadAnswer(
            "slow-body", "unsupported", late, out -> drip(out, head(OK, HTML) + "<p>word ")),
        new BadAnswer(
            "slow-chunks",
            "unsupported",
            late,
            out -> {
              print(out, head(OK, "Transfer-Encoding: chunked"));
              drip(out, "1\r\nx\r\n");
            }),
        new BadAnswer(
            "stops-in-the-body",
            "unsupported",
            late,
            out -> {
              print(out, head(OK, HTML, "Content-Length: 1000") + "<p>");
              waitForEver(out);
            }),
        new BadAnswer(
            "continues-for-ever",
            "unsupported|unreachable",
            "",
            out -> drip(out, "HTTP/1.1 100 Continue\r\n\r\n")),
        new BadAnswer(
            "stops-in-gzip",
            "unsupported",
            late,
            out -> {
              print(out, head(OK, HTML, GZIP));
              out.write(Arrays.copyOf(gzip(page("慢")), 40));
              out.flush();
              waitForEver(out);
            }));
  }

  private static List<BadAnswer> endlessBodies() {
    byte[] block = ("<p>" + "这是一段话，一直写下去。".repeat(KIB) + "</p>\n").getBytes(StandardCharsets.UTF_8);
    return List.of(
        new BadAnswer(
            "half-a-gigabyte",
            "unsupported",
            TOO_LARGE,
            out -> {
              print(out, head(OK, HTML, "Content-Length: " + 500L * MIB));
              endless(out, block);
            }),
        new BadAnswer(
            "half-a-gigabyte-unannounced",
            "unsupported",
            TOO_LARGE,
            out -> {
              print(out, head(OK, HTML));
              endless(out, block);
            }),
        new BadAnswer(
            "chunks-for-ever",
            "unsupported",
            TOO_LARGE,
            out -> {
              print(out, head(OK, HTML, "Transfer-Encoding: chunked"));
              byte[] size =
                  (Integer.toHexString(block.length) + "\r\n").getBytes(StandardCharsets.US_ASCII);
              endless(out, size, block, "\r\n".getBytes(StandardCharsets.US_ASCII));
            }),
        new BadAnswer(
            "an-error-page-for-ever",
            "unsupported",
            TOO_LARGE,
            out -> {
              print(out, head("HTTP/1.1 500 Oops", HTML));
              endless(out, block);
            }),
        new BadAnswer(
            "just-below-the-limit",
            "read",
            "长",
            out -> {
              print(out, head(OK, HTML) + new String(page("长"), StandardCharsets.UTF_8));
              for (int sent = 0; sent + block.length < 24 * MIB; sent += block.length) {
                out.write(block);
              }
            }));
  }

  private static List<BadAnswer> typesAndNothing() {
    byte[] block = ("<p>" + "这是一段话，一直写下去。".repeat(KIB) + "</p>\n").getBytes(StandardCharsets.UTF_8);
    return List.of(
        new BadAnswer("no-type", "read", "没有类型", whole(head(OK), page("没有类型"))),
        new BadAnswer("empty-type", "read", "空", whole(head(OK, "Content-Type: "), page("空"))),
        new BadAnswer(
            "nonsense-type", "read", "怪", whole(head(OK, "Content-Type: ;;;=\"\0/"), page("怪"))),
        new BadAnswer(
            "picture-type",
            "unsupported|read",
            "",
            whole(head(OK, "Content-Type: image/png"), page("图"))),
        new BadAnswer(
            "empty-body", "empty", "", whole(head(OK, HTML, "Content-Length: 0"), new byte[0])),
        new BadAnswer(
            "nul-bytes", "empty|unsupported", "", whole(head(OK, HTML), new byte[100 * KIB])),
        new BadAnswer(
            "made-up-status",
            "refused",
            "HTTP 999",
            whole(head("HTTP/1.1 999 No", HTML), page("不"))));
  }

  private static List<BadAnswer> bombs() {
    byte[] fine = gzip(page("好"));
    return List.of(
        new BadAnswer(
            "gzip-bomb",
            "unsupported",
            "unpacks to more than 200 times its size",
            out -> {
              print(out, head(OK, HTML, GZIP));
              bomb(out);
            }),
        new BadAnswer(
            "bomb-in-an-error",
            "unsupported",
            "unpacks to more than 200 times its size",
            out -> {
              print(out, head("HTTP/1.1 404 Not Found", HTML, GZIP));
              bomb(out);
            }),
        new BadAnswer(
            "bomb-in-a-redirect",
            "read",
            "没有类型",
            out -> {
              print(out, head("HTTP/1.1 302 Found", "Location: /no-type", HTML, GZIP));
              bomb(out);
            }),
        new BadAnswer(
            "page-then-bomb",
            "unreachable",
            "",
            out -> {
              print(out, head(OK, HTML, GZIP));
              out.write(fine);
              bomb(out);
            }));
  }

  private static List<BadAnswer> manyCodings() {
    byte[] fine = gzip(page("好"));
    byte[] ten = fine;
    for (int i = 1; i < 10; i++) {
      ten = gzip(ten);
    }
    return List.of(
        new BadAnswer(
            "ten-times-gzip",
            "unsupported",
            "10 codings",
            whole(head(OK, HTML, GZIP + ", gzip".repeat(9)), ten)),
        new BadAnswer(
            "ten-times-gzip-one-told",
            "unsupported|empty|not-article|read",
            "",
            whole(head(OK, HTML, GZIP), ten)),
        new BadAnswer(
            "hundred-codings",
            "unsupported",
            "101 codings",
            whole(head(OK, HTML, GZIP + ",gzip".repeat(100)), fine)),
        new BadAnswer(
            "hundred-coding-lines",
            "unsupported",
            "100 codings",
            whole(head(OK, (GZIP + "\r\n").repeat(100).strip()), fine)));
  }

  private static List<BadAnswer> brokenCodings() {
    byte[] fine = gzip(page("好"));
    byte[] crc = fine.clone();
    crc[crc.length - 6] ^= 1;
    byte[] middle = fine.clone();
    middle[middle.length / 2] ^= 0x55;
    return List.of(
        new BadAnswer(
            "gzip-that-is-none", "unreachable", "", whole(head(OK, HTML, GZIP), page("无"))),
        new BadAnswer(
            "gzip-cut-off",
            "unreachable",
            "",
            whole(head(OK, HTML, GZIP), Arrays.copyOf(fine, fine.length / 2))),
        new BadAnswer("gzip-bad-sum", "unreachable", "", whole(head(OK, HTML, GZIP), crc)),
        new BadAnswer("gzip-damaged", "unreachable", "", whole(head(OK, HTML, GZIP), middle)),
        new BadAnswer(
            "gzip-head-alone",
            "unreachable",
            "",
            whole(head(OK, HTML, GZIP), Arrays.copyOf(fine, 10))),
        new BadAnswer(
            "brotli-that-is-none",
            "unreachable",
            "",
            whole(head(OK, HTML, "Content-Encoding: br"), page("无"))),
        new BadAnswer(
            "coding-unknown",
            "unreachable",
            "not asked for",
            whole(head(OK, HTML, "Content-Encoding: zstd"), page("无"))));
  }

  private static List<BadAnswer> largeHeads() {
    return List.of(
        new BadAnswer(
            "hundred-thousand-headers",
            "unsupported|unreachable",
            "",
            whole(head(OK, "A: b\r\n".repeat(100_000).strip()), page("多"))),
        new BadAnswer(
            "megabyte-header",
            "unsupported|unreachable",
            "",
            whole(head(OK, "X: " + "x".repeat(MIB)), page("大"))),
        new BadAnswer(
            "seventy-kilobyte-header",
            "unsupported",
            "a head of",
            whole(head(OK, "X: " + "x".repeat(70 * KIB)), page("大"))));
  }

  private static List<BadAnswer> oddHeads() {
    return List.of(
        new BadAnswer("nul-in-a-header", "read", "零", whole(head(OK, HTML, "X: a\0b"), page("零"))),
        new BadAnswer(
            "bare-carriage-return",
            "read",
            "回",
            whole(head(OK, HTML, "X: a\rSet-Cookie: b=c"), page("回"))),
        new BadAnswer("folded-header", "read", "折", whole(head(OK, HTML, "X: a\r\n b"), page("折"))),
        new BadAnswer(
            "no-colon",
            "read",
            "冒",
            whole(head(OK, HTML, "no colon here", ": no name"), page("冒"))),
        new BadAnswer(
            "cookies-that-lie",
            "read",
            "饼",
            whole(
                head(
                    OK,
                    HTML,
                    "Set-Cookie: a=b; Domain=com; Path=//; Max-Age=99999999999999999999",
                    "Set-Cookie: =;;;=",
                    "Set-Cookie: \0"),
                page("饼"))));
  }

  private static List<BadAnswer> noHeads() {
    return List.of(
        new BadAnswer(
            "head-for-ever",
            "unsupported|unreachable",
            "",
            out -> {
              print(out, OK + "\r\n");
              endless(out, "X-More: of the same\r\n".getBytes(StandardCharsets.US_ASCII));
            }),
        new BadAnswer(
            "line-for-ever",
            "unsupported|unreachable",
            "",
            out -> {
              print(out, "HTTP/1.1 200 ");
              endless(out, "so well".getBytes(StandardCharsets.US_ASCII));
            }),
        new BadAnswer(
            "switches-protocols",
            "unreachable|refused|empty|unsupported",
            "",
            out -> print(out, head("HTTP/1.1 101 Switching Protocols", "Upgrade: x"))),
        new BadAnswer(
            "tls-where-there-is-none",
            "unreachable",
            "",
            out -> out.write(new byte[] {0x15, 3, 1, 0, 2, 2, 70})),
        new BadAnswer("hangs-up", "unreachable", "", out -> {}));
  }

  private static List<BadAnswer> lengths() {
    String text = new String(page("块"), StandardCharsets.UTF_8);
    String chunk = Integer.toHexString(page("块").length);
    return List.of(
        new BadAnswer(
            "longer-than-told",
            "read|empty",
            "",
            whole(head(OK, HTML, "Connection: close", "Content-Length: 9"), page("长"))),
        new BadAnswer(
            "shorter-than-told",
            "unreachable",
            "",
            whole(head(OK, HTML, "Content-Length: 99999"), page("短"))),
        new BadAnswer(
            "two-lengths",
            "read|unreachable|empty",
            "",
            whole(
                head(OK, HTML, "Connection: close", "Content-Length: 9", "Content-Length: 400"),
                page("两"))),
        new BadAnswer(
            "negative-length",
            "read|unreachable",
            "",
            whole(head(OK, HTML, "Content-Length: -1"), page("负"))),
        new BadAnswer(
            "length-and-chunks",
            "read|unreachable",
            "",
            whole(
                head(OK, HTML, "Content-Length: 5", "Transfer-Encoding: chunked"),
                (chunk + "\r\n" + text + "\r\n0\r\n\r\n").getBytes(StandardCharsets.UTF_8))));
  }

  private static List<BadAnswer> chunks() {
    String chunked = head(OK, HTML, "Transfer-Encoding: chunked");
    String text = new String(page("块"), StandardCharsets.UTF_8);
    String chunk = Integer.toHexString(page("块").length);
    return List.of(
        new BadAnswer(
            "chunks-cut-off",
            "unreachable",
            "",
            out -> print(out, chunked + chunk + "\r\n" + text + "\r\n")),
        new BadAnswer(
            "chunk-of-exabytes",
            "unreachable",
            "no HTTP",
            out -> print(out, chunked + "fffffffffffffff0\r\n" + text)),
        new BadAnswer(
            "chunk-size-for-ever",
            "unreachable|unsupported",
            "",
            out -> {
              print(out, chunked + "5;");
              endless(out, "x=y;".repeat(64 * KIB).getBytes(StandardCharsets.US_ASCII));
            }),
        new BadAnswer(
            "trailers-for-ever",
            "read|unreachable|unsupported",
            "",
            out -> {
              print(out, chunked + chunk + "\r\n" + text + "\r\n0\r\n");
              endless(out, "X-More: of the same\r\n".getBytes(StandardCharsets.US_ASCII));
            }));
  }
}
