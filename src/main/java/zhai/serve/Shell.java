package zhai.serve;

/// What every page has around its content.
///
/// @param title of the page, plain text
/// @param key what the page's scripts send to change something; empty on pages that change nothing
/// @param query what stands in the search field
record Shell(String title, String key, String query) {}
