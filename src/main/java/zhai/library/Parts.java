package zhai.library;

import java.time.InstantSource;
import java.time.ZoneId;

/// What a library works with wherever it lies.
///
/// @param zone whose days are meant by `added:2026-01-04` and by the day headings of a list
/// @param task what the program was asked to do, for other processes that wait for this one
public record Parts(TimedExtractor extractor, InstantSource clock, ZoneId zone, String task) {}
