package zhai.extract.site;

import java.util.List;
import zhai.extract.SiteReader;

/// The readers that zhai knows, in the order in which they are asked.
public final class SiteReaders {
  private SiteReaders() {}

  public static List<SiteReader> all() {
    return List.of(new ZhihuReader(), new WeixinReader(), new RuleReader(SiteRules::bundled));
  }
}
