// Listings get their colours from highlight.js, from this machine, where the page says in which
// language they are.
let ready = null;
function load() {
  ready ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = "/assets/highlight/highlight.js";
    script.onload = resolve;
    script.onerror = reject;
    document.head.append(script);
  });
  return ready;
}

export async function colour() {
  await load();
  for (const listing of document.querySelectorAll("pre code[class*=language-]:not([data-highlighted])")) {
    if (!listing.querySelector(":not(mark.excerpt)")) colourOne(listing);
  }
}

// Colours come from the text alone; what is marked in it is marked again afterwards.
function colourOne(listing) {
  const excerpts = excerptsIn(listing);
  listing.textContent = listing.textContent;
  window.hljs.highlightElement(listing);
  for (const excerpt of excerpts) markAgain(listing, excerpt);
}

/** The texts of an element, and where in it they begin and end. */
function textsOf(element) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const texts = [];
  let from = 0;
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    texts.push({ text, from, to: from + text.length });
    from += text.length;
  }
  return texts;
}

function excerptsIn(listing) {
  return textsOf(listing)
    .map(({ text, from, to }) => ({ mark: text.parentElement.closest("mark.excerpt"), from, to }))
    .filter(({ mark }) => mark && listing.contains(mark));
}

/** A mark becomes one for each colour that it reaches over; the first of them keeps its name. */
function markAgain(listing, { mark, from, to }) {
  let first = true;
  for (const one of textsOf(listing)) {
    const begin = Math.max(from, one.from);
    const end = Math.min(to, one.to);
    if (begin < end) {
      const range = document.createRange();
      range.setStart(one.text, begin - one.from);
      range.setEnd(one.text, end - one.from);
      const piece = mark.cloneNode(false);
      if (!first) piece.removeAttribute("id");
      first = false;
      range.surroundContents(piece);
    }
  }
}
colour();
