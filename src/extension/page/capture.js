// Takes the page as it stands, for zhai to read: the document after load and login, without what
// runs and what the person typed. It is put beside the page when they ask for it, in a world of its
// own: the page's scripts see neither it nor what it makes.
"use strict";

globalThis.zhaiPage ??= (() => {
  const MAX_CHARACTERS = 50 * 1024 * 1024;

  // Deeper elements are kept as their text; browsers' own parsers stop at 512.
  const MAX_DEPTH = 1500;

  // Of no use to a reader, or loaded from elsewhere.
  const DROPPED = new Set(["style", "noscript", "template", "canvas"]);
  const DROPPED_LINKS = /\b(stylesheet|preload|modulepreload|prefetch|preconnect|dns-prefetch)\b/i;
  const DROPPED_META = /csrf|xsrf|token|nonce/i;
  const DROPPED_ATTRIBUTES = /^on|^(nonce|integrity|srcdoc|ping)$/i;
  const INERT_SCRIPT = /json|math|tex|^text\/(plain|html|template)/i;
  const RUNNING_RULES = /^(module|importmap|speculationrules)$/i;
  const LATE_PICTURE = ["data-original", "data-actualsrc", "data-src", "data-lazy-src", "data-echo"];

  // A form answers to the names of its fields in place of its own properties, so they are asked for
  // where they are defined.
  const getter = (type, name) => {
    const { get } = Object.getOwnPropertyDescriptor(type.prototype, name);
    return (node) => get.call(node);
  };
  const nodeType = getter(Node, "nodeType");
  const childNodes = getter(Node, "childNodes");
  const textContent = getter(Node, "textContent");
  const shadowRoot = getter(Element, "shadowRoot");
  const localName = getter(Element, "localName");
  const append = (parent, child) => Node.prototype.appendChild.call(parent, child);

  /** What the popup shows: address, title, selection, and on Zhihu the answers to choose from. */
  function look() {
    const answers = [...document.querySelectorAll(".AnswerItem")].map(answerOf).filter(Boolean);
    const card = cardOfSelection();
    const chosen = card && answerOf(card)?.id;
    return {
      url: location.href,
      title: document.title,
      selection: String(getSelection() ?? "").trim(),
      answers: answers.map(({ id, author, url }) => ({ id, author, url })),
      chosen: chosen ?? null,
    };
  }

  /** The page as HTML and the address that it is kept under; or how long it would be, if too long. */
  function capture(answerId) {
    const answer = answerId === null ? null : findAnswer(answerId);
    const page = answer ? answerPage(answer) : wholePage();
    const html = (doctype() + page.outerHTML).toWellFormed();
    return html.length > MAX_CHARACTERS
      ? { tooLarge: html.length }
      : { url: answer ? answer.url : location.href, html };
  }

  function doctype() {
    const type = document.doctype;
    return type ? new XMLSerializer().serializeToString(type) + "\n" : "";
  }

  // Nothing in a document without a window loads or runs.
  function emptyDocument() {
    return document.implementation.createHTMLDocument("");
  }

  function wholePage() {
    const made = copy(document.documentElement, emptyDocument(), 0);
    nameCharset(made);
    return made;
  }

  /** What is sent is UTF-8, whatever the page came in. */
  function nameCharset(page) {
    const head = page.querySelector("head");
    const meta = page.ownerDocument.createElement("meta");
    meta.setAttribute("charset", "utf-8");
    (head ?? page).prepend(meta);
  }

  function copy(node, into, depth) {
    switch (nodeType(node)) {
      case Node.TEXT_NODE:
      case Node.CDATA_SECTION_NODE:
        return into.createTextNode(node.data);
      case Node.ELEMENT_NODE:
        return copyElement(node, into, depth);
      default:
        return null;
    }
  }

  function copyElement(element, into, depth) {
    const name = localName(element);
    if (DROPPED.has(name) || isDroppedInHead(element, name)) {
      return null;
    }
    if (name === "script") {
      return copyScript(element, into);
    }
    const made = into.importNode(element, false);
    clean(element, made, name);
    if (depth > MAX_DEPTH) {
      append(made, into.createTextNode(textContent(element) ?? ""));
    } else if (name !== "textarea" || !isShown(element)) {
      copyAll(childrenOf(element), made, into, depth + 1);
    }
    return made;
  }

  function isDroppedInHead(element, name) {
    const attribute = (of) => Element.prototype.getAttribute.call(element, of) ?? "";
    if (name === "link") {
      return DROPPED_LINKS.test(attribute("rel"));
    }
    return (
      name === "meta" &&
      (DROPPED_META.test(attribute("name")) ||
        Element.prototype.hasAttribute.call(element, "charset") ||
        /^(content-type|refresh|content-security-policy.*)$/i.test(attribute("http-equiv")))
    );
  }

  function copyAll(nodes, made, into, depth) {
    for (const node of nodes) {
      if (nodeType(node) === Node.ELEMENT_NODE && isFilledSlot(node)) {
        copyAll(slotted(node), made, into, depth);
      } else {
        const child = copy(node, into, depth);
        if (child) {
          append(made, child);
        }
      }
    }
  }

  /** What is shown in an element: of a component with an open shadow root, that. */
  function childrenOf(element) {
    const shadow = shadowRoot(element);
    return childNodes(shadow ?? element);
  }

  function isFilledSlot(element) {
    return localName(element) === "slot" && element.getRootNode() instanceof ShadowRoot;
  }

  function slotted(slot) {
    const assigned = slot.assignedNodes();
    return assigned.length ? assigned : childNodes(slot);
  }

  /**
   * Pages carry facts in scripts (a date, the text itself), and zhai's readers look there. What is
   * kept of a script is its text, under a type that no browser runs; what is loaded is not kept.
   */
  function copyScript(script, into) {
    const type = script.type;
    const text = script.text;
    if (script.src || RUNNING_RULES.test(type) || !text.trim()) {
      return null;
    }
    const made = into.createElement("script");
    for (const { name, value } of script.attributes) {
      if (!DROPPED_ATTRIBUTES.test(name)) {
        made.setAttribute(name, value);
      }
    }
    if (!INERT_SCRIPT.test(type)) {
      made.type = "text/plain";
    }
    made.textContent =
      script.id === "js-initialData" ? entitiesOnly(text, (kind, id, entity) => entity) : closed(text, type);
    return made;
  }

  /** A text that does not end the element in which it stands. */
  function closed(text, type) {
    return /json/i.test(type)
      ? text.replaceAll("<", "\\u003C")
      : text.replace(/<(?=\/script|!--)/gi, "<\\");
  }

  function clean(element, made, name) {
    for (const attribute of Element.prototype.getAttributeNames.call(made)) {
      if (DROPPED_ATTRIBUTES.test(attribute)) {
        made.removeAttribute(attribute);
      }
    }
    if (name === "input" || name === "option") {
      for (const typed of ["value", "checked", "selected"]) {
        made.removeAttribute(typed);
      }
    }
    if (name === "img") {
      resolve(element, made);
    }
  }

  function isShown(element) {
    return element.checkVisibility?.() ?? true;
  }

  /** A picture that was to come later, or comes in sizes, gets the address that counts. */
  function resolve(image, made) {
    if (isAddress(made.getAttribute("src"))) {
      return;
    }
    const late = LATE_PICTURE.map((name) => made.getAttribute(name));
    const address = [image.currentSrc, ...late].find(isAddress);
    if (address) {
      made.setAttribute("src", new URL(address, document.baseURI).href);
    }
  }

  function isAddress(text) {
    return Boolean(text?.trim()) && !/^\s*(data|blob|about|javascript):/i.test(text);
  }

  // Zhihu shows several answers under one question; each has an address of its own.

  function cardOfSelection() {
    const node = getSelection()?.anchorNode;
    const element = node?.nodeType === Node.ELEMENT_NODE ? node : node?.parentElement;
    return element?.closest?.(".AnswerItem") ?? null;
  }

  function answerOf(card) {
    const zop = card.getAttribute("data-zop") ?? "";
    // Ids are longer than a number can hold: they are never read as one.
    const id = card.getAttribute("name") ?? /"itemId":\s*"?(\d+)/.exec(zop)?.[1] ?? "";
    const own = card.querySelector(":scope > meta[itemprop=url]")?.content ?? "";
    const question = /\/question\/(\d+)/.exec(own)?.[1] ?? /\/question\/(\d+)/.exec(location.pathname)?.[1];
    if (!isZhihu() || !question || !/^\d+$/.test(id)) {
      return null;
    }
    const author = card.querySelector(".AuthorInfo meta[itemprop=name]")?.content ?? "";
    return { card, id, question, author, url: `https://www.zhihu.com/question/${question}/answer/${id}` };
  }

  function isZhihu() {
    return /(^|\.)zhihu\.com$/.test(location.hostname);
  }

  function findAnswer(id) {
    const found = [...document.querySelectorAll(".AnswerItem")].map(answerOf);
    return found.find((answer) => answer?.id === id) ?? null;
  }

  /** A page with one answer alone, in the shape that the page of an answer has. */
  function answerPage(answer) {
    const into = emptyDocument();
    const page = into.documentElement;
    const link = into.createElement("link");
    link.rel = "canonical";
    link.href = answer.url;
    into.head.append(link);
    into.title = document.title;
    const around = into.createElement("div");
    around.className = "QuestionPage";
    copyAll(questionParts(), around, into, 0);
    const place = into.createElement("div");
    place.className = "QuestionAnswer-content";
    copyAll([answer.card], place, into, 0);
    around.append(place);
    into.body.append(around);
    appendData(into.body, answer);
    nameCharset(page);
    return page;
  }

  function questionParts() {
    const metas = document.querySelectorAll(
      ".QuestionPage > meta[itemprop=name], .QuestionPage > meta[itemprop=url]",
    );
    const heading = document.querySelector("h1.QuestionHeader-title");
    return heading ? [...metas, heading] : [...metas];
  }

  function appendData(body, answer) {
    const data = document.getElementById("js-initialData");
    const text = data && entitiesOnly(data.textContent, (kind, id, entity) => ofAnswer(answer, kind, id, entity));
    if (text) {
      const made = body.ownerDocument.createElement("script");
      made.id = "js-initialData";
      made.type = "text/json";
      made.textContent = text;
      body.append(made);
    }
  }

  /** Of what the page holds beside the answer, only how the question is called. */
  function ofAnswer(answer, kind, id, entity) {
    if (kind === "answers" && id === answer.id) {
      return entity;
    }
    const { type, title } = entity;
    return kind === "questions" && id === answer.question ? { id, type, title } : null;
  }

  /** Of Zhihu's data only what was written: not the viewer's account, city and browser. */
  function entitiesOnly(text, choose) {
    try {
      const all = JSON.parse(text, wholeNumber).initialState.entities;
      const entities = {};
      for (const kind of ["answers", "articles", "questions", "pins", "zvideos", "columns", "topics"]) {
        entities[kind] = {};
        for (const [id, entity] of Object.entries(all[kind] ?? {})) {
          const kept = choose(kind, id, entity);
          if (kept) {
            entities[kind][id] = kept;
          }
        }
      }
      return JSON.stringify({ initialState: { entities } }).replaceAll("<", "\\u003C");
    } catch {
      return "";
    }
  }

  /** A number too large to be one here stays the text that it was. */
  function wholeNumber(key, value, context) {
    const large = typeof value === "number" && Math.abs(value) > Number.MAX_SAFE_INTEGER;
    return large ? context.source : value;
  }

  return { look, capture };
})();
