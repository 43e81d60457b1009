// Does what the popup and the context menu ask for. It stands between them and zhai because a popup
// ends when the person clicks elsewhere, and a page that is being saved should not.

import { HostError, withHost } from "./native.js";

const MENU = "save-selection";

// What became of the pictures that were asked for after a save, by tab. A conversation that goes on
// keeps the browser from ending this script, with or without a popup.
const pictures = new Map();

// Browsers keep the entry over restarts; a newer version finds that of the older one.
chrome.runtime.onInstalled.addListener(async () => {
  await chrome.contextMenus.removeAll();
  chrome.contextMenus.create({
    id: MENU,
    title: chrome.i18n.getMessage("menu"),
    contexts: ["selection"],
  });
});

chrome.contextMenus.onClicked.addListener(async (info, tab) => {
  if (info.menuItemId === MENU && tab?.id !== undefined) {
    const outcome = await answer(() => saveSelection(tab.id, info.selectionText ?? ""));
    await show(tab.id, outcome);
  }
});

// Only our own popup: what runs in pages has an address of the web, and other extensions have
// another id. Neither has a reason to ask.
chrome.runtime.onMessage.addListener((request, sender, reply) => {
  const own = sender.id === chrome.runtime.id && sender.url?.startsWith(chrome.runtime.getURL(""));
  const task = own ? tasks[request.task] : undefined;
  if (!task) {
    return false;
  }
  answer(() => task(request)).then(reply);
  return true;
});

const tasks = {
  look: ({ tabId }) => look(tabId),
  known: ({ url }) => withHost((host) => host.ask("known", { url })),
  save: ({ tabId, answer: id, words, pictures }) => save(tabId, id, words, pictures),
  pictures: ({ tabId }) => pictures.get(tabId) ?? null,
  highlight: ({ tabId, quotes }) => highlight(tabId, quotes),
};

/** The outcome as an object that can be sent: what went wrong is `error`, with a kind. */
async function answer(task) {
  try {
    return await task();
  } catch (error) {
    const kind = error instanceof HostError ? error.kind : "page";
    return { error: { kind, sentence: String(error.message ?? error) } };
  }
}

/** What the popup begins with: the page at a glance, and what the library knows. */
async function look(tabId) {
  const page = await inPage(tabId, () => globalThis.zhaiPage.look());
  const last = await takeOutcome(tabId);
  const url = page.chosen ? page.answers.find((one) => one.id === page.chosen).url : page.url;
  return withHost(async (host) => {
    const { images = false } = await host.ask("hello");
    const { entry } = await host.ask("known", { url });
    const { tags } = await host.ask("tags");
    return { page, entry, tags, last, pictures: images ? await wantsPictures() : null };
  });
}

/** Whether the person said that pictures are to be asked for where they are; nobody is until then. */
async function wantsPictures() {
  return (await chrome.storage.local.get({ pictures: false })).pictures;
}

/** Saves a page. Its pictures are asked for afterwards: nobody waits for them. */
async function save(tabId, id, words, wanted) {
  const page = await inPage(tabId, (answer) => globalThis.zhaiPage.capture(answer), [id ?? null]);
  if (page.tooLarge) {
    return { error: { kind: "large", sentence: String(page.tooLarge) } };
  }
  const saved = await withHost((host) => host.save(page, words));
  pictures.delete(tabId);
  if (wanted && saved.images?.missing > 0) {
    const { url } = saved.entry;
    pictures.set(tabId, answer(() => withHost((host) => host.ask("images", { url }))));
  }
  return saved;
}

async function saveSelection(tabId, selected) {
  const page = await inPage(tabId, () => globalThis.zhaiPage.look());
  const words = { excerpt: page.selection || selected };
  return save(tabId, page.chosen, words, await wantsPictures());
}

async function highlight(tabId, quotes) {
  await chrome.scripting.insertCSS({
    target: { tabId },
    css: "::highlight(zhai-excerpt) { background-color: #ffe08a; color: #1b1b1b; }",
  });
  await chrome.scripting.executeScript({ target: { tabId }, files: ["page/highlight.js"] });
  return inPage(tabId, (words) => globalThis.zhaiHighlight.show(words), [quotes]);
}

/** Runs a function of ours beside the page's own scripts, which don't see it. */
async function inPage(tabId, func, args = []) {
  const target = { tabId };
  await chrome.scripting.executeScript({ target, files: ["page/capture.js"] });
  const [{ result }] = await chrome.scripting.executeScript({ target, func, args });
  return result;
}

/** Says on the button what became of a save without a popup; the popup says more when it opens. */
async function show(tabId, outcome) {
  const failed = Boolean(outcome.error);
  await chrome.action.setBadgeBackgroundColor({ tabId, color: failed ? "#b3261e" : "#2e7d32" });
  await chrome.action.setBadgeText({ tabId, text: failed ? "!" : "✓" });
  await chrome.storage.session.set({ [`outcome-${tabId}`]: outcome });
}

async function takeOutcome(tabId) {
  const key = `outcome-${tabId}`;
  const { [key]: outcome = null } = await chrome.storage.session.get(key);
  await chrome.storage.session.remove(key);
  await chrome.action.setBadgeText({ tabId, text: "" });
  return outcome;
}
