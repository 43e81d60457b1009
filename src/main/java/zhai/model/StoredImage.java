package zhai.model;

/// An image that is kept with a bookmark; its bytes are asked for by their hash.
///
/// @param address as the bookmark's articles write it
/// @param sha256 of its bytes, 64 lower-case hexadecimal digits
/// @param size in bytes
public record StoredImage(String address, String sha256, int size) {}
