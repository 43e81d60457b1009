// The page of an article: excerpts from a selection, notes, title, tags, state.
import { onSend, say, send, words } from "./send.js";

const main = document.querySelector("main.entry");
const path = "/bookmarks/" + main.dataset.id;
const article = document.getElementById("article");
const marks = document.getElementById("marks");
const pick = document.getElementById("pick");
const excerptForm = document.getElementById("excerpt-form");
const wide = matchMedia("(min-width: 62.01rem)");

// Puts the page's parts in place as they are now, without losing where somebody reads.
async function refresh() {
  const answer = await fetch(location.pathname);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const now = page.querySelector("main.entry");
  article.replaceChildren(...page.getElementById("article").childNodes);
  marks.replaceChildren(...page.getElementById("marks").childNodes);
  const header = now.querySelector(".reading > header");
  main.querySelector(".reading > header").replaceWith(header);
  for (const id of ["read", "star"]) {
    document.getElementById(id).ariaPressed = page.getElementById(id).ariaPressed;
  }
  document.title = page.title;
  if (article.querySelector(".math")) (await import("./formulas.js")).setFormulas();
  if (article.querySelector("pre code")) (await import("./listings.js")).colour();
  align();
}

async function change(subpath, body, sentence) {
  try {
    await send(path + subpath, body);
    await refresh();
    say(sentence);
  } catch (failure) {
    say(failure.message);
  }
}

// Each excerpt stands beside its place where there is room for both.
function align() {
  const items = [...marks.children];
  if (!wide.matches) {
    items.forEach((item) => { item.style.position = ""; });
    return;
  }
  const top = marks.getBoundingClientRect().top;
  let free = 0;
  for (const item of items) {
    const place = document.getElementById("at-" + item.dataset.mark);
    const wish = place ? place.getBoundingClientRect().top - top : free;
    item.style.position = "absolute";
    item.style.insetInline = "0";
    item.style.top = Math.max(free, wish) + "px";
    free = Math.max(free, wish) + item.offsetHeight + 12;
  }
  marks.style.minHeight = free + "px";
}
addEventListener("resize", align);
wide.addEventListener("change", align);
document.fonts.ready.then(align);
align();

// An excerpt and its place are shown together.
function light(numbers, lit) {
  for (const number of numbers) {
    marks.querySelector(`[data-mark="${number}"]`)?.classList.toggle("lit", lit);
    article.querySelectorAll("mark.excerpt").forEach((one) => {
      if (one.dataset.marks.split(" ").includes(number)) one.classList.toggle("lit", lit);
    });
  }
}
const numbersOf = (target) =>
  target.closest?.("mark.excerpt")?.dataset.marks.split(" ") ?? [target.closest?.(".margin .mark")?.dataset.mark].filter(Boolean);
for (const [event, lit] of [["mouseover", true], ["mouseout", false], ["focusin", true], ["focusout", false]]) {
  main.addEventListener(event, (it) => light(numbersOf(it.target), lit));
}
article.addEventListener("click", (event) => {
  const number = event.target.closest("mark.excerpt")?.dataset.marks.split(" ")[0];
  if (number && getSelection().isCollapsed) document.getElementById("mark-" + number)?.focus();
});
marks.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target.matches(".mark")) {
    document.getElementById("at-" + event.target.dataset.mark)?.scrollIntoView({ block: "center" });
  }
});

// A selection becomes an excerpt. A formula is selected as what was typed, not as it is drawn.
function selected() {
  const selection = getSelection();
  if (selection.isCollapsed || !selection.rangeCount) return "";
  const range = selection.getRangeAt(0);
  if (!article.contains(range.commonAncestorContainer)) return "";
  const piece = document.createElement("div");
  piece.append(range.cloneContents());
  if (!piece.querySelector(".katex, .math")) return selection.toString().trim();
  piece.querySelectorAll(".math").forEach((one) => { one.textContent = one.dataset.tex ?? one.textContent; });
  piece.querySelectorAll("p, li, h2, h3, h4, h5, h6, tr, blockquote, pre, div").forEach((one) => one.append("\n"));
  return piece.textContent.trim();
}
document.addEventListener("selectionchange", () => {
  const text = selected();
  pick.hidden = !text || !excerptForm.hidden;
  if (!pick.hidden) {
    const box = getSelection().getRangeAt(0).getBoundingClientRect();
    pick.style.left = Math.max(8, Math.min(box.left, innerWidth - 200)) + scrollX + "px";
    pick.style.top = box.bottom + scrollY + 8 + "px";
  }
});
let quote = "";
pick.addEventListener("mousedown", (event) => event.preventDefault());
pick.addEventListener("click", () => {
  quote = selected();
  if (!quote) return;
  document.getElementById("picked").textContent = quote;
  excerptForm.hidden = false;
  pick.hidden = true;
  excerptForm.querySelector("textarea").focus();
});
onSend(excerptForm, async (form) => {
  await send(path + "/marks", { quote, comment: form.get("comment"), tags: words(form.get("tags")) });
  excerptForm.hidden = true;
  excerptForm.reset();
  getSelection().removeAllRanges();
  await refresh();
  say("Kept.");
});

// Title, tags, note, state.
function box(button, form, focus) {
  button.addEventListener("click", () => {
    form.hidden = !form.hidden;
    button.ariaExpanded = String(!form.hidden);
    if (!form.hidden) form.querySelector(focus).focus();
  });
}
for (const cancel of document.querySelectorAll(".cancel")) {
  cancel.addEventListener("click", () => {
    const form = cancel.closest("form");
    form.hidden = true;
    form.reset();
    main.querySelector(`[aria-controls="${form.id}"]`)?.setAttribute("aria-expanded", "false");
  });
}
const editForm = document.getElementById("edit-form");
const noteForm = document.getElementById("note-form");
box(document.getElementById("edit"), editForm, "[name=title]");
box(document.getElementById("note"), noteForm, "textarea");
onSend(editForm, async (form) => {
  const before = words(editForm.elements.tags.defaultValue);
  const after = words(form.get("tags"));
  if (form.get("title") !== editForm.elements.title.defaultValue) await send(path, { title: form.get("title") });
  const add = after.filter((tag) => !before.includes(tag));
  const remove = before.filter((tag) => !after.includes(tag));
  if (add.length + remove.length) await send(path + "/tags", { add, remove });
  editForm.elements.title.defaultValue = form.get("title");
  editForm.elements.tags.defaultValue = after.join(" ");
  editForm.hidden = true;
  document.getElementById("edit").ariaExpanded = "false";
  await refresh();
  say("Saved.");
});
onSend(noteForm, async (form) => {
  await send(path + "/marks", { note: form.get("note") });
  noteForm.hidden = true;
  noteForm.reset();
  document.getElementById("note").ariaExpanded = "false";
  await refresh();
  say("Kept.");
});
const isPressed = (id) => document.getElementById(id).ariaPressed === "true";
document.getElementById("read").addEventListener("click", () => {
  const state = isPressed("read") ? "unread" : "read";
  change("", { state }, state === "read" ? "Read." : "Not read.");
});
document.getElementById("star").addEventListener("click", () => {
  const starred = !isPressed("star");
  change("", { starred }, starred ? "Starred." : "No star.");
});
document.getElementById("fetch").addEventListener("click", async () => {
  try {
    await send(path + "/fetch", {});
    say("Being fetched; Status shows what comes of it.");
  } catch (failure) {
    say(failure.message);
  }
});

// What is removed is asked for twice.
marks.addEventListener("click", (event) => {
  const button = event.target.closest(".remove");
  if (!button) return;
  if (button.dataset.sure) {
    change(`/marks/${button.dataset.mark}/remove`, {}, "Removed.");
  } else {
    button.dataset.sure = "yes";
    button.textContent = "Really remove?";
  }
});
