// Shows excerpts on the live page where they stand, without changing the page: ranges with a style
// of their own (CSS Custom Highlight API).
"use strict";

globalThis.zhaiHighlight ??= (() => {
  const NAME = "zhai-excerpt";

  /** Shows the quotes; says how many stand here, or that this browser can't show them. */
  function show(quotes) {
    if (!globalThis.CSS?.highlights) {
      return { supported: false, found: 0, all: quotes.length };
    }
    const text = readText();
    const ranges = quotes.map((quote) => find(text, quote)).filter(Boolean);
    CSS.highlights.set(NAME, new Highlight(...ranges));
    ranges[0]?.startContainer.parentElement?.scrollIntoView({ block: "center" });
    return { supported: true, found: ranges.length, all: quotes.length };
  }

  /** The page's text without white space, and for each character the place where it stands. */
  function readText() {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, (node) =>
      node.parentElement?.closest("script, style, noscript, textarea")
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
    );
    const places = [];
    const parts = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const data = node.data;
      for (let at = 0; at < data.length; at++) {
        const letters = fold(data[at]);
        for (const letter of letters) {
          parts.push(letter);
          places.push({ node, at });
        }
      }
    }
    return { letters: parts.join(""), places };
  }

  // White space differs between what is shown and what was copied, width between keyboards.
  function fold(text) {
    return text
      .normalize("NFKC")
      .replace(/[\s\u200B-\u200D\uFEFF\u00AD]/g, "")
      .toLowerCase();
  }

  function find(text, quote) {
    const wanted = fold(quote);
    const at = wanted ? text.letters.indexOf(wanted) : -1;
    if (at < 0) {
      return null;
    }
    const from = text.places[at];
    const to = text.places[at + wanted.length - 1];
    const range = document.createRange();
    range.setStart(from.node, from.at);
    range.setEnd(to.node, to.at + 1);
    return range;
  }

  return { show };
})();
