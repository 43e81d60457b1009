package zhai;

/// Where zhai starts.
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.out.println(
        "zhai " + String.join("|", args) + " " + System.getProperty("zhai.checkout"));
  }
}
