package zhai.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The last time a bookmark's page was asked for, and what came of it.
///
/// @param detail one sentence about it for a person, or null
/// @param at null as long as the verdict is {@link Verdict#PENDING}
public record Attempt(Verdict verdict, @Nullable String detail, @Nullable Instant at) {
  public static final Attempt NONE = new Attempt(Verdict.PENDING, null, null);
}
