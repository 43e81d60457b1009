// The conversation with zhai on this machine, which the browser starts for it: requests with a
// number, answers that bear the same one. Nothing else is ever talked to.

const HOST = "zhai";

// A page is sent in pieces of this many characters: far below what a message may have, also where
// each of them becomes six in JSON.
const PIECE = 4 * 1024 * 1024;

/** Why there is no answer: `kind` names a sentence for the person, `message` is the browser's or zhai's own. */
export class HostError extends Error {
  constructor(kind, message) {
    super(message);
    this.kind = kind;
  }
}

/** Starts zhai, lets `work` ask it, and ends it. */
export async function withHost(work) {
  const host = new Host();
  try {
    return await work(host);
  } finally {
    host.close();
  }
}

class Host {
  #port = chrome.runtime.connectNative(HOST);
  #waiting = new Map();
  #count = 0;
  #end = null;

  constructor() {
    this.#port.onMessage.addListener((answer) => this.#hear(answer));
    this.#port.onDisconnect.addListener((port) => {
      // Firefox tells the reason on the port, Chromium in lastError.
      const reason = port.error?.message ?? chrome.runtime.lastError?.message ?? "";
      this.#fail(new HostError(kindOf(reason), reason));
    });
  }

  /** Asks for `type`; the answer is an object, or a HostError is thrown. */
  ask(type, fields = {}) {
    if (this.#end) {
      return Promise.reject(this.#end);
    }
    const id = ++this.#count;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#port.postMessage({ id, type, ...fields });
    });
  }

  /** Saves a page, in pieces if it is long. */
  async save(page, words) {
    if (page.html.length <= PIECE) {
      return this.ask("save", { url: page.url, html: page.html, ...words });
    }
    const pieces = divide(page.html);
    for (const [part, text] of pieces.entries()) {
      await this.ask("page", { part, text });
    }
    return this.ask("save", { url: page.url, parts: pieces.length, ...words });
  }

  close() {
    this.#end = new HostError("ended", "");
    this.#port.disconnect();
  }

  #hear(answer) {
    const one = this.#waiting.get(answer.id);
    if (!one) {
      // zhai could not even read which request it was: all that wait would wait for ever.
      this.#fail(new HostError("said", answer.sentence ?? ""));
    } else {
      this.#waiting.delete(answer.id);
      if (answer.type === "error") {
        one.reject(new HostError("said", answer.sentence));
      } else {
        one.resolve(answer);
      }
    }
  }

  #fail(error) {
    this.#end ??= error;
    for (const one of this.#waiting.values()) {
      one.reject(this.#end);
    }
    this.#waiting.clear();
  }
}

function kindOf(reason) {
  if (/not found|no such native application/i.test(reason)) {
    return "missing";
  }
  return /forbidden/i.test(reason) ? "forbidden" : "ended";
}

/** Pieces that don't part the two halves of a character. */
function divide(text) {
  const pieces = [];
  for (let at = 0; at < text.length; ) {
    let end = Math.min(at + PIECE, text.length);
    if (end < text.length && text.charCodeAt(end - 1) >> 10 === 0x36) {
      end--;
    }
    pieces.push(text.slice(at, end));
    at = end;
  }
  return pieces;
}
