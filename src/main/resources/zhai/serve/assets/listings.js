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
    // Where an excerpt stands in it, its highlight counts for more than colours.
    if (!listing.querySelector("*")) window.hljs.highlightElement(listing);
  }
}
colour();
