package zhai.store;

/// How much a library holds. The trash counts only in `trashed` and in the bytes.
///
/// @param articles bookmarks with a current article
/// @param pending bookmarks whose page was not asked for yet
/// @param failed bookmarks whose last attempt gave no article
/// @param bodies different page bodies
/// @param bodyBytes their size as they came
/// @param packedBytes their size as they are kept
/// @param images different pictures in articles
/// @param imageBytes their size
public record Totals(
    long bookmarks,
    long unread,
    long starred,
    long articles,
    long pending,
    long failed,
    long excerpts,
    long notes,
    long tags,
    long trashed,
    long bodies,
    long bodyBytes,
    long packedBytes,
    long images,
    long imageBytes) {}
