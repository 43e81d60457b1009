/* As look.js, for a page of the reader: what it has of its own (forms, fields, buttons, scripts, the
   drawing of formulas) stands in known places, which no text of an entry can come to; within an
   article, a mark and a row nothing acts. Then every event is fired at every element that a text can
   be in, and what ran is told. */
(async () => {
  const ACTIVE =
    "script,iframe,frame,frameset,object,embed,applet,portal,fencedframe,base,link,meta,form,input," +
    "textarea,select,option,math,template,noscript,audio,video,source,track,dialog,style,title,body,head," +
    "html,marquee,xmp,plaintext,noembed,noframes,map,area,model,bgsound,keygen";
  const FOREIGN = ".article, .margin .mark blockquote, .margin .mark .words, .row, .facets a, .summary, .problem, #picked";
  const OWN =
    "html,html>head,html>body,head>title,head>link[href^='/assets/'],head>meta,head>script[src^='/assets/']," +
    "header.bar form.search,header.bar input#q,main>form,main form.box,main form.box :is(input,textarea)," +
    "form.narrow :is(input,select,option),dialog#help,dialog#help>form";
  const RUNS =
    /^(on.*|srcdoc|srcset|formaction|ping|background|poster|lowsrc|dynsrc|codebase|manifest|is|xlink:href|usemap|autofocus|popover.*)$/i;
  const EVENTS =
    "mouseover mouseenter mousedown pointerenter pointerdown focus focusin blur change error toggle beforetoggle " +
    "animationstart animationend transitionend start wheel keyup copy";
  const bad = [];
  const matches = (element, selector) => Element.prototype.matches.call(element, selector);
  const within = (element, selector) => Element.prototype.closest.call(element, selector) !== null;
  const text = (element) => new XMLSerializer().serializeToString(element).slice(0, 300);
  const all = [...Document.prototype.querySelectorAll.call(document, "*")];
  for (const element of all) {
    const drawn = within(element, ".katex");
    const own = matches(element, OWN) && !within(element, FOREIGN);
    if (matches(element, ACTIVE) && !own && !drawn) bad.push("element " + text(element));
    for (const name of Element.prototype.getAttributeNames.call(element)) {
      const value = Element.prototype.getAttribute.call(element, name);
      if (RUNS.test(name)) bad.push(`attribute ${name} ${text(element)}`);
      if (name === "style" && within(element, FOREIGN) && !drawn) bad.push(`style ${text(element)}`);
      if (/^(href|src|action)$/i.test(name)) {
        const protocol = new URL(value, document.baseURI).protocol;
        if (!/^https?:$/.test(protocol)) bad.push(`address ${value} ${text(element)}`);
      }
    }
  }
  for (const element of all.filter((it) => within(it, "main"))) {
    for (const name of EVENTS.split(" ")) {
      EventTarget.prototype.dispatchEvent.call(element, new Event(name, { bubbles: false }));
    }
    if (within(element, FOREIGN) && !matches(element, "a, a *, button, button *")) {
      EventTarget.prototype.dispatchEvent.call(element, new Event("click", { bubbles: false }));
    }
  }
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return { bad: bad.concat(window.ran), elements: all.length };
})();
