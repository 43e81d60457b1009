// What every page of the reader does beyond showing itself: search as one types, keys, and the
// parts that a page has. Everything a page shows is rendered by the server; a script only fetches a
// page anew and puts its parts in place.
import { say } from "./send.js";

document.documentElement.classList.add("scripts");

const field = document.getElementById("q");
const results = document.getElementById("results");

// Search as one types.
let asking = null;
async function search() {
  asking?.abort();
  asking = new AbortController();
  const address = "/?q=" + encodeURIComponent(field.value.trim());
  try {
    const answer = await fetch(address, { signal: asking.signal });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const found = page.getElementById("results");
    if (found) {
      results.replaceChildren(...found.childNodes);
      history.replaceState(null, "", address);
      document.title = page.title;
    }
  } catch (failure) {
    if (failure.name !== "AbortError") say("The server does not answer; is it still running?");
  }
}
if (results) {
  let later = 0;
  field.addEventListener("input", () => {
    clearTimeout(later);
    later = setTimeout(search, 80);
  });
}

// Keys. None is taken while somebody writes, or together with Ctrl, Alt or Meta.
const steps = () => [...document.querySelectorAll(".row a.open, .margin .mark")];
function step(by) {
  const all = steps();
  const at = all.findIndex((one) => one === document.activeElement || one.contains(document.activeElement));
  const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by))];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}
const press = (id) => document.getElementById(id)?.click();
const keys = {
  "/": () => { field.focus(); field.select(); },
  j: () => step(1),
  k: () => step(-1),
  n: () => press("note"),
  r: () => press("read"),
  s: () => press("star"),
  o: () => document.querySelector(".address .web")?.click(),
  e: () => press(getSelection().isCollapsed ? "edit" : "pick"),
  "?": () => document.getElementById("help").showModal(),
};
document.addEventListener("keydown", (event) => {
  const writing = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (event.key === "Escape") {
    if (writing) writing.blur();
    document.querySelectorAll(".box .cancel").forEach((one) => one.closest(".box").hidden || one.click());
    return;
  }
  if (writing || event.ctrlKey || event.altKey || event.metaKey || document.querySelector("dialog[open]")) return;
  const act = keys[event.key];
  if (act) {
    event.preventDefault();
    act();
  }
});

// Parts that only some pages have.
if (document.querySelector("main.entry")) import("./entry.js");
if (document.querySelector(".math")) import("./formulas.js");
if (document.querySelector("pre code")) import("./listings.js");
if (document.querySelector("#add-form, #save-form, #status")) import("./adding.js");
