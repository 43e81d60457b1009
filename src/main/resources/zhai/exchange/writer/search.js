/* The search of a site: pages that hold every word typed, those with a word in the title first.
   What it looks through is loaded when somebody begins to type. All text is put in as text. */
"use strict";
(() => {
  const MOST = 50;
  const AROUND = 60;
  const form = document.getElementById("search");
  const field = form.querySelector("input");
  const found = document.getElementById("found");

  /* Full-width letters, ligatures and capitals are the same as plain small ones. */
  const fold = (text) => text.normalize("NFKC").toLowerCase();

  let loading = null;
  function load() {
    loading ??= new Promise((resolve) => {
      const script = document.createElement("script");
      script.src = "search-index.js";
      script.onload = () =>
        resolve(
          pages.map((it) => ({
            ...it,
            inTitle: fold(it.title),
            inAll: fold(it.title + " " + it.site + " " + it.text),
          })),
        );
      document.body.append(script);
    });
    return loading;
  }

  function search(all, words) {
    const hits = all.filter((it) => words.every((word) => it.inAll.includes(word)));
    const titled = (it) => words.filter((word) => it.inTitle.includes(word)).length;
    return hits
      .map((it, order) => ({ it, order, titled: titled(it) }))
      .sort((a, b) => b.titled - a.titled || a.order - b.order)
      .map(({ it }) => it);
  }

  /* Folded sign by sign, so that what is found can be shown as it was written. */
  const foldSigns = (text) =>
    text.replace(/[^]/g, (sign) => (fold(sign).length === 1 ? fold(sign) : sign));

  /* The words around the first hit, the hit itself marked. */
  function excerpt(text, words) {
    const small = foldSigns(text);
    const hit = words.map((word) => ({ at: small.indexOf(word), word })).find(({ at }) => at >= 0);
    const line = document.createElement("p");
    line.className = "facts";
    if (!hit) {
      line.textContent = text.slice(0, 2 * AROUND);
      return line;
    }
    const start = Math.max(0, hit.at - AROUND);
    const end = hit.at + hit.word.length;
    const mark = document.createElement("mark");
    mark.textContent = text.slice(hit.at, end);
    line.append((start > 0 ? "…" : "") + text.slice(start, hit.at), mark);
    line.append(text.slice(end, end + AROUND) + (end + AROUND < text.length ? "…" : ""));
    return line;
  }

  function row(page, words) {
    const link = document.createElement("a");
    link.href = page.page;
    link.textContent = page.title;
    const item = document.createElement("li");
    item.append(link, excerpt(page.text, words));
    return item;
  }

  async function show() {
    const words = fold(field.value).split(/\s+/).filter(Boolean);
    const all = words.length ? await load() : [];
    if (words.join(" ") !== fold(field.value).split(/\s+/).filter(Boolean).join(" ")) {
      return; /* more was typed meanwhile */
    }
    const rows = search(all, words).slice(0, MOST).map((page) => row(page, words));
    if (words.length && !rows.length) {
      rows.push(Object.assign(document.createElement("li"), { textContent: found.dataset.none }));
    }
    found.replaceChildren(...(words.length ? rows : []));
    found.hidden = !words.length;
  }

  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  field.addEventListener("focus", load, { once: true });
  field.addEventListener("input", show);
})();
