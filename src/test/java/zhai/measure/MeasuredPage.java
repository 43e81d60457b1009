package zhai.measure;

/// A page, what was made of it and how good that is.
///
/// @param millis what reading it took: parsing, extraction and its three forms
/// @param ofSite whether a site reader knew it
/// @param score of the whole program
/// @param general of the program without its site readers; the same for pages that none knows
record MeasuredPage(
    GoldPage gold,
    Reading reading,
    double millis,
    boolean ofSite,
    PageScore score,
    PageScore general) {}
