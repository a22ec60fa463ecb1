// Added by `warta serve` to the pages that it shows, never to those that are published: loads the page again when a
// build made something, and tells what is wrong in the reports. All words come from outside, so all are put in as text.
"use strict";
(() => {
  const own = new URL(document.currentScript.src);
  const edition = decodeURIComponent(own.search.slice(1));
  const here = location.pathname.replace(/\/index\.html$/, "").replace(/^\/+|\/+$/g, "");
  const PLACE = "warta-serve:place";
  const CLOSED = "warta-serve:closed";
  const LOADED = "warta-serve:loaded";
  const PATIENCE = 10000;
  let stream = null;
  let timer = 0;
  let words = null;
  let frame = null;
  let spoken = null;
  let shown = "";

  // -- what may be kept: a browser may refuse to, and then nothing is --------------------------------------------------

  const kept = (name) => { try { return sessionStorage.getItem(name); } catch { return null; } };
  const keep = (name, value) => { try { sessionStorage.setItem(name, value); } catch { /* it is a convenience */ } };

  // -- following the builds --------------------------------------------------------------------------------------------

  const again = (wanted) => {
    keep(LOADED, wanted);
    keep(PLACE, JSON.stringify([location.pathname, scrollX, scrollY]));
    hush();
    location.reload();
  };

  const back = () => {
    const [page, x, y] = JSON.parse(kept(PLACE) || "[]");
    keep(PLACE, "[]");
    if (page === location.pathname) scrollTo({ left: x, top: y, behavior: "instant" });
  };

  const hush = () => {
    clearTimeout(timer);
    if (stream) stream.close();
    stream = null;
  };

  const later = (milliseconds) => {
    hush();
    timer = setTimeout(listen, milliseconds);
  };

  function listen() {
    hush();
    if (document.hidden) return;
    stream = new EventSource(new URL("events", own));
    stream.onmessage = (event) => {
      const told = JSON.parse(event.data);
      // Once for each edition: a page that something between here and there keeps would load for ever.
      if (told.edition !== edition && kept(LOADED) !== `${told.edition} ${here}`) again(`${told.edition} ${here}`);
      else show(told);
    };
    // The server makes room for another page; this one looks again in a while.
    stream.addEventListener("rest", () => later(PATIENCE));
    // A browser connects again by itself after most failures, but not after all.
    stream.onerror = () => {
      if (stream && stream.readyState === EventSource.CLOSED) later(1000);
    };
  }

  // -- the panel -------------------------------------------------------------------------------------------------------

  const made = (name, text = "", more = {}) => {
    const element = document.createElement(name);
    element.textContent = text;
    for (const [key, value] of Object.entries(more)) element.setAttribute(key, value);
    return element;
  };

  const counted = (text, number) => text.replace("{n}", number);

  const list = (remarks, more) => {
    const found = made("ul");
    for (const remark of remarks) {
      const item = made("li");
      if (remark.place) item.append(made("code", remark.place));
      item.append(made("span", remark.message));
      if (remark.fix) item.append(" ", made("span", remark.fix, { class: "fix" }));
      found.append(item);
    }
    if (more) found.append(made("li", counted(words.more, more)));
    return found;
  };

  const shadow = () => {
    const host = made("warta-serve");
    const root = host.attachShadow({ mode: "open" });
    const style = made("link", "", { rel: "stylesheet", href: new URL("warta-serve.css", own).href });
    host.hidden = true;
    style.onload = style.onerror = () => { host.hidden = false; };
    frame = made("div", "", { class: "frame", hidden: "" });
    spoken = made("p", "", { class: "spoken" });
    root.append(style, spoken, frame);
    document.body.append(host);
  };

  const show = ({ notice, words: said }) => {
    if (JSON.stringify(notice) === shown) return;
    shown = JSON.stringify(notice);
    words = said;
    const wrong = notice.errors.length + notice.more_errors;
    const doubtful = notice.warnings.length + notice.more_warnings;
    if (!frame && !wrong && !doubtful) return;
    if (!frame) shadow();
    frame.hidden = !wrong && !doubtful;
    frame.className = wrong ? "frame" : "frame calm";
    frame.lang = words.language;
    const counts = [];
    if (wrong) counts.push(counted(words.errors, wrong));
    if (doubtful) counts.push(counted(words.warnings, doubtful));
    const title = counts.join(", ");
    // Only the sum is spoken of itself; who wants to hear the rest goes to the panel.
    spoken.setAttribute("role", wrong ? "alert" : "status");
    spoken.lang = words.language;
    // A screen reader hears what comes into a region that it has seen before.
    setTimeout(() => { spoken.textContent = title && `${words.title}: ${title}`; }, 300);
    if (frame.hidden) frame.replaceChildren();
    else fill(notice, title, wrong, doubtful);
  };

  const fill = (notice, title, wrong, doubtful) => {
    const panel = body(notice, title, doubtful);
    const badge = made("button", title, { class: "badge", type: "button", "aria-label": `${words.open}: ${title}` });
    const mark = JSON.stringify(notice.errors);
    const fold = (closed) => {
      panel.hidden = closed;
      badge.hidden = !closed;
    };
    const close = () => {
      keep(CLOSED, mark);
      fold(true);
      badge.focus();
    };
    badge.onclick = () => {
      keep(CLOSED, "");
      fold(false);
      panel.querySelector("h2").focus();
    };
    panel.querySelector("button").onclick = close;
    panel.onkeydown = (event) => { if (event.key === "Escape") close(); };
    fold(!wrong || kept(CLOSED) === mark);
    frame.replaceChildren(panel, badge);
  };

  const body = (notice, title, doubtful) => {
    const panel = made("section", "", { class: "panel", "aria-labelledby": "title" });
    const header = made("header");
    header.append(
      made("h2", `${words.title}: ${title}`, { id: "title", tabindex: "-1" }),
      made("button", words.close, { type: "button" }),
    );
    panel.append(header);
    if (notice.fatal) panel.append(made("p", words.fatal));
    const mine = notice.errors.filter((remark) => remark.address && remark.address === here);
    const others = notice.errors.filter((remark) => !mine.includes(remark));
    if (mine.length) panel.append(made("h3", words.here), list(mine, 0));
    if (others.length || notice.more_errors) panel.append(list(others, notice.more_errors));
    if (doubtful) {
      const folded = made("details");
      folded.append(made("summary", counted(words.warnings, doubtful)), list(notice.warnings, notice.more_warnings));
      panel.append(folded);
    }
    return panel;
  };

  back();
  document.addEventListener("visibilitychange", () => (document.hidden ? hush() : listen()));
  addEventListener("pageshow", (event) => { if (event.persisted) listen(); });
  addEventListener("pagehide", hush);
  listen();
})();
