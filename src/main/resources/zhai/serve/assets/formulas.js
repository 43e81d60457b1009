// Formulas are TeX between dollar signs in the page; KaTeX sets them, from this machine. Without a
// script they can be read as they were typed.
let ready = null;
function load() {
  ready ??= new Promise((resolve, reject) => {
    const look = document.createElement("link");
    look.rel = "stylesheet";
    look.href = "/assets/katex/katex.min.css";
    const script = document.createElement("script");
    script.src = "/assets/katex/katex.min.js";
    script.onload = resolve;
    script.onerror = reject;
    document.head.append(look, script);
  });
  return ready;
}

export async function setFormulas() {
  await load();
  for (const formula of document.querySelectorAll(".math:not([data-tex])")) {
    const typed = formula.textContent;
    const tex = typed.replace(/^\${1,2}|\${1,2}$/gu, "");
    formula.dataset.tex = typed;
    try {
      window.katex.render(tex, formula, {
        displayMode: formula.localName === "div",
        throwOnError: true,
        trust: false,
        maxSize: 20,
        maxExpand: 1000,
      });
    } catch {
      formula.textContent = typed;
    }
  }
  window.dispatchEvent(new Event("resize"));
}
setFormulas();
