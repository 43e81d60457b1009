package zhai.store;

import zhai.model.Tag;

/// A tag and how many bookmarks bear it, those in the trash left out; at least 1.
public record TagCount(Tag tag, int bookmarks) {}
