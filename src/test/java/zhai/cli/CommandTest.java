package zhai.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import zhai.loopback.TestWeb;

/// What the tests of the commands share: an empty library, and a web with two articles.
abstract class CommandTest {
  static final String ANSWER = "https://www.zhihu.com/question/1/answer/2";
  static final String POST = "https://blog.example.org/small";

  @TempDir Path folder;
  TestWeb web;
  Zhai zhai;

  @BeforeEach
  void startTheWeb() throws IOException {
    web =
        new TestWeb()
            .article(
                "blog.example.org/small",
                "What small models are good for",
                "Knowledge distillation keeps the reasoning, and a small model learns both.",
                "当检索片段与模型内部知识冲突时，模型更相信谁？")
            .article("news.example.org/one", "乡镇图书馆", "书不怕旧，怕没人翻。一位管理员说。");
    zhai = new Zhai(folder.resolve("library"), web);
  }

  @AfterEach
  void stopTheWeb() {
    web.close();
  }
}
