package zhai.library;

import java.time.InstantSource;
import java.time.ZoneId;

/// What a library works with wherever it lies.
///
/// @param zone whose days are meant by `added:2026-01-04` and by the day headings of a list
public record Parts(TimedExtractor extractor, InstantSource clock, ZoneId zone) {}
