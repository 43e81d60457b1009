package zhai.extract;

import zhai.model.Verdict;

/// Why a page is no article.
///
/// @param verdict one that carries no article
/// @param detail one sentence for a person
record Refusal(Verdict verdict, String detail) {
  Extraction extraction() {
    return new Extraction(verdict, null, detail);
  }
}
