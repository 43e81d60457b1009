package zhai.library;

import zhai.url.WebUrl;

/// The library's word that an addition is stored: it is given after the commit, never before.
///
/// @param id the bookmark it went to
/// @param isNew false if the bookmark was there already and the addition joined it
public record Receipt(long id, WebUrl url, boolean isNew) {}
