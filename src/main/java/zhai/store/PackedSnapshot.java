package zhai.store;

import zhai.model.Snapshot;

/// A page as it came, made ready to be kept: hashed and packed. That takes far longer than writing
/// it down, so it is done before a transaction begins, on any thread, and no other writer waits for
/// it.
public final class PackedSnapshot {
  private final Snapshot snapshot;
  private final PackedBody body;

  private PackedSnapshot(Snapshot snapshot) {
    this.snapshot = snapshot;
    this.body = PackedBody.of(snapshot.body(), Packing.TEXT);
  }

  public static PackedSnapshot of(Snapshot snapshot) {
    return new PackedSnapshot(snapshot);
  }

  Snapshot snapshot() {
    return snapshot;
  }

  PackedBody body() {
    return body;
  }
}
