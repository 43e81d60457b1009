package zhai.url;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebUrlTest {
  @Test
  void isEqualByItsCanonicalFormAlone() {
    WebUrl one = WebUrl.stored("a", "http://a.example/", "https://a.example/");
    WebUrl same = WebUrl.stored("b", "http://b.example/", "https://a.example/");
    WebUrl other = WebUrl.stored("a", "http://a.example/", "https://c.example/");
    assertEquals(one, same);
    assertEquals(one.hashCode(), same.hashCode());
    assertNotEquals(one, other);
    assertEquals("https://a.example/", one.toString());
  }

  @Test
  void comesFromTheStoreUnchanged() {
    WebUrl stored =
        WebUrl.stored(" given ", "http://a.example/?utm_source=x", "https://www.a.example/#old");
    assertEquals(" given ", stored.given());
    assertEquals("http://a.example/?utm_source=x", stored.fetchAddress());
    assertEquals("https://www.a.example/#old", stored.canonical());
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.zhihu.com/question/1, zhihu.com",
    "https://zhuanlan.zhihu.com/p/1,   zhuanlan.zhihu.com",
    "https://xn--fiq228c.com/,         xn--fiq228c.com",
    "http://localhost:8080/,           localhost",
    "http://[::1]/,                    ::1",
    "https://www.com/,                 www.com",
    "damaged,                          ''"
  })
  void namesItsHostWithoutWww(String canonical, String host) {
    assertEquals(host, WebUrl.stored(canonical, canonical, canonical).host());
  }
}
