package zhai.url;

/// A page's address: as given, as fetched, and canonical. Equality is by the canonical address.
public final class WebUrl {
  private final String given;
  private final String fetchAddress;
  private final String canonical;

  private WebUrl(String given, String fetchAddress, String canonical) {
    this.given = given;
    this.fetchAddress = fetchAddress;
    this.canonical = canonical;
  }

  public static WebUrl stored(String given, String fetchAddress, String canonical) {
    return new WebUrl(given, fetchAddress, canonical);
  }

  public String given() {
    return given;
  }

  public String fetchAddress() {
    return fetchAddress;
  }

  public String canonical() {
    return canonical;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WebUrl url && canonical.equals(url.canonical);
  }

  @Override
  public int hashCode() {
    return canonical.hashCode();
  }

  @Override
  public String toString() {
    return canonical;
  }
}
