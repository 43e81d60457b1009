/* What is on a page that should not be: elements that do something, attributes that run or load,
   links that lead anywhere but to a web page or a file. The page's own head, search form and scripts
   stand where no text of an entry can. Then every event is fired at every element, and what ran is
   told. Methods are taken from the prototypes, which no name on the page can hide. */
(async () => {
  const ACTIVE =
    "script,iframe,frame,frameset,object,embed,applet,portal,fencedframe,base,link,meta,form,input," +
    "button,textarea,select,option,svg,math,template,noscript,audio,video,source,track,dialog,style," +
    "title,body,head,html,marquee,xmp,plaintext,noembed,noframes,map,area,model,bgsound,keygen";
  const OWN =
    "html,html>head,html>body,head>title,head>style,head>meta[charset],head>meta[name],head>meta[http-equiv]," +
    "head>link[rel=stylesheet],body>script[src^=search],form#search,form#search>input";
  const RUNS =
    /^(on.*|style|srcdoc|srcset|formaction|action|ping|background|poster|data|lowsrc|dynsrc|codebase|manifest|is|xlink:href|usemap|cite|content|autofocus|popover.*|tabindex)$/i;
  const EVENTS =
    "click dblclick mouseover mouseenter mousedown pointerenter pointerdown focus focusin blur input change submit " +
    "load error toggle beforetoggle animationstart animationend transitionend start wheel keydown copy";
  const bad = [];
  const matches = (element, selector) => Element.prototype.matches.call(element, selector);
  const text = (element) => new XMLSerializer().serializeToString(element).slice(0, 300);
  const all = [...Document.prototype.querySelectorAll.call(document, "*")];
  for (const element of all) {
    const own = matches(element, OWN);
    if (matches(element, ACTIVE) && !own) bad.push("element " + text(element));
    for (const name of own ? [] : Element.prototype.getAttributeNames.call(element)) {
      const value = Element.prototype.getAttribute.call(element, name);
      if (RUNS.test(name)) bad.push(`attribute ${name} ${text(element)}`);
      if (/^(href|src)$/i.test(name)) {
        const protocol = new URL(value, document.baseURI).protocol;
        if (!/^(https?|file):$/.test(protocol)) bad.push(`address ${value} ${text(element)}`);
      }
    }
  }
  for (const element of all) {
    for (const name of EVENTS.split(" ")) {
      EventTarget.prototype.dispatchEvent.call(element, new Event(name, { bubbles: false }));
    }
  }
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const ends = all.filter((it) => matches(it, "hr.end")).length;
  return { bad: bad.concat(window.ran), ends, elements: all.length };
})();
