package zhai.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/// `zhai demo`: a tour of two minutes. It is the real program, run command by command on pages that
/// come with it; only the web is replaced, by a server on loopback.
@Command(
    name = "demo",
    description = "A two-minute tour on bundled pages, in a throw-away library; needs no network.",
    footer = {"", "Example:", "  zhai demo"})
final class DemoCommand implements Callable<Integer> {
  private static final String ANSWER = "https://www.zhihu.com/question/600000001/answer/3000000001";
  private static final String WALLED = "https://www.zhihu.com/question/600000002/answer/3000000002";

  /// A daily note, the user's own.
  private static final String NOTE = "2026-01-04.md";

  private final Session session;

  DemoCommand(Session session) {
    this.session = session;
  }

  /// A command of the tour.
  ///
  /// @param remark what it shows
  /// @param expected its exit code
  private record Step(String remark, int expected, List<String> arguments) {
    static Step of(String remark, String... arguments) {
      return new Step(remark, ExitCode.OK, List.of(arguments));
    }
  }

  @Override
  public Integer call() throws IOException {
    Path folder = Files.createTempDirectory("zhai-demo-");
    Path saved = folder.resolve("saved.html");
    Path note = folder.resolve(NOTE);
    Path list = folder.resolve("reading-list.md");
    Files.writeString(saved, DemoSite.page("zhihu-saved.html"));
    Files.writeString(note, DemoSite.page(NOTE));
    try (DemoSite site = DemoSite.open()) {
      Session elsewhere = session.elsewhere(folder.resolve("library"), site.gateway());
      print("# A tour of zhai. The pages come with the program and are served on this machine;");
      print("# the library is a throw-away one in " + folder);
      boolean asExpected = true;
      for (Step step : steps(saved, note, list)) {
        asExpected &= run(elsewhere, step);
      }
      session.printer().line("");
      print("# The list as it was written:");
      session.printer().text(Files.readString(list));
      session.printer().line("");
      print("# That was it. The library and the list stay in " + folder);
      print("# Now your own: zhai add 'https://…' -x 'words worth keeping'");
      return asExpected ? ExitCode.OK : ExitCode.SOME_FAILED;
    }
  }

  private static List<Step> steps(Path saved, Path note, Path list) {
    return Stream.of(adding(), importing(note), handingOver(saved), finding(list))
        .flatMap(List::stream)
        .toList();
  }

  private static List<Step> adding() {
    return List.of(
        Step.of(
            "Keep a Zhihu answer, as it was shared, with what you picked from it.",
            "add",
            ANSWER + "?utm_psn=1991111905440449748",
            "-x",
            "当检索片段与模型内部知识冲突时，模型更相信谁？",
            "-n",
            "可以做成一个小实验：改变冲突强度，看输出怎么变",
            "-t",
            "rag,小模型"),
        Step.of(
            "The same answer under another share link is the same bookmark; the new words join it.",
            "add",
            "无大算力时还有哪些研究值得做？ - 知乎 " + ANSWER + "?share_code=abc&utm_oi=12 复制打开",
            "-x",
            "先完成，再完美"),
        Step.of(
            "Several links at once: a WeChat article, a blog.",
            "add",
            "https://mp.weixin.qq.com/s/demo-yan-bian-tu-shu-guan?scene=1&chksm=42",
            "https://blog.example.org/2026/01/small-models?utm_source=newsletter",
            "-t",
            "toread"));
  }

  private static List<Step> importing(Path note) {
    return List.of(
        Step.of(
            "A daily note: what you wrote below a link joins it. A news page in GBK is new.",
            "import",
            note.toString()),
        Step.of(
            "What stands in the page is a quote; the rest are your own words.",
            "show",
            "http://news.example.cn/2026/0104/1024.html"),
        Step.of("All that stands in one of your notes.", "list", "source:" + NOTE));
  }

  private static List<Step> handingOver(Path saved) {
    return List.of(
        new Step(
            "A page behind a wall is kept as what it is, and you are told how to go on.",
            ExitCode.SOME_FAILED,
            List.of("add", WALLED, "-x", "记笔记是为了以后找得到", "-t", "笔记")),
        Step.of(
            "What works is the page that your own browser has open: saved, or piped.",
            "add",
            WALLED,
            "--html",
            saved.toString()));
  }

  private static List<Step> finding(Path list) {
    return List.of(
        Step.of("Chinese is found inside any run of text.", "search", "知识冲突"),
        Step.of("Chinese and English in one query; your own words count most.", "search", "RAG 冲突"),
        Step.of(
            "An exact phrase; a field; a word that must not be there.",
            "search",
            "\"knowledge distillation\" -标题党 tag:toread"),
        Step.of("Everything about one bookmark.", "show", "1"),
        Step.of(
            "A reading list.",
            "export",
            "tag:rag OR tag:toread",
            "--title",
            "This week",
            "-o",
            list.toString()));
  }

  private boolean run(Session elsewhere, Step step) {
    session.printer().line("");
    print("# " + step.remark());
    session.printer().line(new Line().strong("$ zhai " + quoted(step.arguments())));
    int code = new Cli(elsewhere).run(step.arguments().toArray(String[]::new));
    return code == step.expected();
  }

  private void print(String remark) {
    session.printer().line(new Line().faint(remark));
  }

  /// As it would be typed into a shell.
  private static String quoted(List<String> arguments) {
    return arguments.stream()
        .map(argument -> argument.matches("[\\w./:-]+") ? argument : "'" + argument + "'")
        .collect(Collectors.joining(" "));
  }
}
