package zhai.extract;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// An element of the page as a stretch of its text blocks: those numbered `from` (inclusive) to
/// `to` (exclusive). Regions nest as elements do.
final class Region {
  private final Element element;
  private final int index;
  private final @Nullable Region parent;
  private long ownTraits;
  private long traits;
  private final int depth;
  private final int from;
  private final int signature;
  private int to;
  private int elements;

  /// @param index its number among all regions
  /// @param block the number of the first block that can be in it
  record Start(int index, int block) {}

  Region(Element element, @Nullable Region parent, long ownTraits, Start start) {
    this.element = element;
    this.index = start.index();
    this.parent = parent;
    this.ownTraits = ownTraits;
    this.traits = ownTraits | (parent == null ? 0 : parent.traits);
    this.depth = parent == null ? 0 : parent.depth + 1;
    this.from = start.block();
    this.to = start.block();
    this.signature = element.normalName().hashCode() * 31 + element.className().hashCode();
  }

  /// Closes the region.
  ///
  /// @param block the number of the first block after it
  /// @param lastIndex the number of the last region in it
  void end(int block, int lastIndex) {
    this.to = block;
    this.elements = lastIndex - index;
  }

  /// Takes traits back from the element. To be called on all regions in order: each has the traits
  /// of the elements around it from its parent.
  void withdraw(long withdrawn) {
    ownTraits &= ~withdrawn;
    traits = ownTraits | (parent == null ? 0 : parent.traits);
  }

  Element element() {
    return element;
  }

  String tag() {
    return element.normalName();
  }

  /// Its number among all regions, in the order of the page.
  int index() {
    return index;
  }

  @Nullable Region parent() {
    return parent;
  }

  /// The traits of the element itself.
  long ownTraits() {
    return ownTraits;
  }

  /// The traits of the element and of all around it.
  long traits() {
    return traits;
  }

  int depth() {
    return depth;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  /// The same for elements with the same tag and classes: entries of one list, posts of one thread.
  int signature() {
    return signature;
  }

  /// How many elements it has inside.
  int elements() {
    return elements;
  }

  boolean isEmpty() {
    return from == to;
  }

  boolean holds(Region other) {
    return index <= other.index && other.index <= index + elements;
  }
}
