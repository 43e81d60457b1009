package zhai.model;

import org.jspecify.annotations.Nullable;

/// What a page says. Where a page does not say a thing, the field is null: nothing is guessed.
///
/// @param title without the site's name and counters; null if the page has none
/// @param byline who wrote it
/// @param site the site's name as it calls itself
/// @param language a BCP 47 tag such as `zh`, `zh-Hant`, `en`
/// @param published when it first appeared
/// @param updated when it last changed, if the page says so
/// @param canonical the address that the page itself calls its own; absolute http(s)
/// @param description the page's own summary, plain text
/// @param leadImage address of the image that stands for it; absolute http(s)
public record Article(
    @Nullable String title,
    @Nullable String byline,
    @Nullable String site,
    @Nullable String language,
    @Nullable PageDate published,
    @Nullable PageDate updated,
    @Nullable String canonical,
    @Nullable String description,
    @Nullable String leadImage,
    Content content) {}
