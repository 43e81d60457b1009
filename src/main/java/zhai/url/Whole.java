package zhai.url;

/// What a page is a part of, as an answer is of its question; pages with equal ones belong
/// together.
///
/// @param address of the whole, as a rule writes it; not a canonical address
/// @param noun what it is: `question`, `thread`
public record Whole(String address, String noun) {}
