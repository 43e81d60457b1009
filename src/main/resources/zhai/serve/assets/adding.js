// Adding pages, saving what a bookmarklet hands over, and what became of them.
import { onSend, say, send, words } from "./send.js";

const added = document.getElementById("added");

function tell(entry, isNew) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = "/entry/" + entry.id;
  link.textContent = entry.title;
  item.append(isNew ? "stored: " : "joined: ", link, entry.fetching ? " (being fetched)" : "");
  added.append(item);
}

const addForm = document.getElementById("add-form");
onSend(addForm, async (form) => {
  const left = [];
  const note = form.get("note").trim();
  for (const url of form.get("urls").split("\n").map((it) => it.trim()).filter(Boolean)) {
    try {
      tell(await send("/bookmarks", { url, tags: words(form.get("tags")), notes: note ? [note] : [] }), true);
    } catch (failure) {
      left.push(url);
      say(failure.message);
    }
  }
  addForm.elements.urls.value = left.join("\n");
});

const saveForm = document.getElementById("save-form");
onSend(saveForm, async (form) => {
  const quote = form.get("quote").trim();
  const note = form.get("note").trim();
  const entry = await send("/bookmarks", {
    url: form.get("url"),
    title: form.get("title"),
    tags: words(form.get("tags")),
    excerpts: quote ? [{ quote, comment: form.get("comment") }] : [],
    notes: note ? [note] : [],
  });
  location.assign("/entry/" + entry.id);
});

// The status looks for itself as long as something is under way.
const status = document.getElementById("status");
async function look() {
  const answer = await fetch("/status");
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const now = page.getElementById("status");
  status.replaceChildren(...now.childNodes);
  status.dataset.busy = now.dataset.busy;
  if (now.dataset.busy === "true") setTimeout(look, 1500);
}
if (status) {
  if (status.dataset.busy === "true") setTimeout(look, 1500);
  status.addEventListener("click", async (event) => {
    const button = event.target.closest(".fetch");
    if (!button) return;
    try {
      await send(`/bookmarks/${button.dataset.id}/fetch`, {});
      await look();
    } catch (failure) {
      say(failure.message);
    }
  });
}
