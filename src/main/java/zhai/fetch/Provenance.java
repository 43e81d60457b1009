package zhai.fetch;

/// Where an address came from, which decides what it may reach.
///
/// The rule is the lattice public → local → loopback (as in Chrome's Local Network Access): nothing
/// may be reached that is more private than what the user named.
public enum Provenance {
  /// Typed by the user: its own host may be private, and so may the hops after it, up to the same
  /// level.
  NAMED,
  /// From an import, standard input or a page: public addresses only.
  COLLECTED
}
