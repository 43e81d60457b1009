// The popup: what the page is, whether the library has it, the person's words about it, one button.
// Text from pages and from zhai is only ever set as text.

const element = (id) => document.getElementById(id);
const say = (key, ...parts) => chrome.i18n.getMessage(key, parts.map(String)) || key;

// `turn` counts what was asked for: an answer that a later one overtook is not shown.
const view = { tabId: 0, page: null, entry: null, turn: 0 };

document.documentElement.lang = chrome.i18n.getUILanguage();
for (const one of document.querySelectorAll("[data-text]")) {
  one.textContent = say(one.dataset.text);
}

await begin();

async function begin() {
  element("state").textContent = say("looking");
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  view.tabId = tab.id;
  const seen = await ask({ task: "look" });
  if (seen.error) {
    element("state").textContent = "";
    fail(seen.error);
  } else {
    fill(seen);
  }
  document.body.dataset.ready = "true";
}

function ask(request) {
  return chrome.runtime.sendMessage({ tabId: view.tabId, ...request });
}

function fill({ page, entry, tags, last, pictures }) {
  view.page = page;
  element("title").value = page.title;
  element("excerpt").value = page.selection;
  fillAnswers(page);
  completeTags(tags);
  showEntry(entry);
  element("pictures").checked = pictures;
  element("ask-pictures").hidden = pictures === null;
  if (last) {
    tell(last);
  }
  element("words").hidden = false;
  element("actions").hidden = false;
  element("note").focus();
}

/** On a page with several answers: the whole page, or the one that the selection is in. */
function fillAnswers(page) {
  element("which").hidden = page.answers.length === 0;
  const choice = element("answer");
  choice.append(new Option(say("wholePage"), ""));
  for (const { id, author } of page.answers) {
    choice.append(new Option(say("answerBy", author || id), id));
  }
  choice.value = page.chosen ?? "";
}

/** Each suggestion is what was typed before, with one more tag. */
function completeTags(tags) {
  const field = element("tags");
  const offer = () => {
    const typed = field.value.split(/[,，]/).slice(0, -1).map((tag) => tag.trim());
    const before = typed.length ? typed.join(", ") + ", " : "";
    const open = tags.filter((tag) => !typed.includes(tag));
    element("known-tags").replaceChildren(...open.map((tag) => new Option("", before + tag)));
  };
  field.addEventListener("input", offer);
  offer();
}

function showEntry(entry) {
  view.entry = entry;
  const count = entry?.excerpts.length ?? 0;
  element("highlight").hidden = count === 0;
  element("state").textContent = entry
    ? [say("known", entry.id), verdict(entry.verdict), ...counted(entry), ...entry.tags.map((tag) => "#" + tag)].join(" · ")
    : say("unknown");
}

function counted(entry) {
  const excerpts = entry.excerpts.length ? [say("excerptCount", entry.excerpts.length)] : [];
  const notes = entry.notes.length ? [say("noteCount", entry.notes.length)] : [];
  return [...excerpts, ...notes];
}

/** `wrong-page` → the words for it. */
function verdict(label) {
  return say("verdict_" + label.replaceAll("-", "_"));
}

element("answer").addEventListener("change", async () => {
  const turn = ++view.turn;
  const answer = view.page.answers.find((one) => one.id === element("answer").value);
  const seen = await ask({ task: "known", url: answer?.url ?? view.page.url });
  if (seen.error) {
    fail(seen.error);
  } else if (turn === view.turn) {
    showEntry(seen.entry);
  }
});

element("pictures").addEventListener("change", () =>
  chrome.storage.local.set({ pictures: element("pictures").checked }),
);

element("words").addEventListener("submit", (event) => {
  event.preventDefault();
  save();
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !element("words").hidden) {
    save();
  }
});

element("highlight").addEventListener("click", async () => {
  const quotes = view.entry.excerpts.map((excerpt) => excerpt.quote);
  const shown = await ask({ task: "highlight", quotes });
  if (shown.error) {
    fail(shown.error);
  } else {
    outcome(
      shown.supported ? say("highlighted", shown.found, shown.all) : say("noHighlights"),
      shown.supported && shown.found > 0,
    );
  }
});

async function save() {
  const button = element("save");
  if (button.disabled) {
    return;
  }
  view.turn++;
  button.disabled = true;
  outcome(say("saving"), true);
  element("pictures-outcome").textContent = "";
  const pictures = element("pictures").checked;
  const answer = element("answer").value || null;
  const saved = await ask({ task: "save", answer, words: words(), pictures });
  tell(saved);
  button.disabled = false;
  if (pictures && saved.images?.missing > 0) {
    await tellPictures(saved.images.missing);
  }
}

/** What becomes of the pictures that were not in the page; it may take a minute. */
async function tellPictures(missing) {
  const { turn } = view;
  element("pictures-outcome").textContent = say("askingForPictures", missing);
  const asked = await ask({ task: "pictures" });
  if (asked && turn === view.turn) {
    element("pictures-outcome").textContent = asked.error
      ? sentence(asked.error)
      : say("picturesKept", asked.images.kept, asked.images.missing);
  }
}

function words() {
  const title = element("title").value;
  return {
    // Only a title that was changed is the person's own.
    title: title === view.page.title ? "" : title,
    excerpt: element("excerpt").value,
    comment: element("comment").value,
    note: element("note").value,
    tags: element("tags").value.split(/[,，]/).map((tag) => tag.trim()).filter(Boolean),
  };
}

/** What became of a save: words first, then what the page was read as. */
function tell(saved) {
  if (saved.error) {
    fail(saved.error);
    return;
  }
  element("advice").hidden = true;
  const { entry } = saved;
  const read = saved.verdict === "read" || saved.verdict === "preview";
  const states = entry.excerpts.map((excerpt) => excerpt.anchor);
  const anchors = [...new Set(states)].map(
    (state) => `${states.filter((it) => it === state).length} ${say("anchor_" + state)}`,
  );
  const parts = [
    say(saved.isNew ? "stored" : "joined", entry.id),
    verdict(saved.verdict),
    ...(read ? [entry.title] : []),
    ...(anchors.length ? [say("excerptStates", anchors.join(", "))] : []),
    ...(read && !saved.takesPlace && saved.comparison !== "same" ? [say("keptBeside")] : []),
    ...(saved.detail ? [saved.detail] : []),
  ];
  outcome(parts.join(" · "), read);
  showEntry(entry);
}

function outcome(text, good) {
  element("outcome").textContent = text;
  element("outcome").className = good ? "good" : "bad";
}

/** What zhai said, or our words for why it said nothing. */
function sentence({ kind, sentence }) {
  return kind === "said" ? sentence : say("error_" + kind);
}

function fail(error) {
  const { kind } = error;
  outcome(sentence(error), false);
  const advised = ["missing", "forbidden", "ended", "large"].includes(kind);
  element("advice").hidden = !advised;
  element("advice-text").textContent = advised ? say("advice_" + kind) : "";
  element("advice-command").textContent =
    kind === "large" ? "zhai add URL --html FILE" : "zhai extension install";
}
