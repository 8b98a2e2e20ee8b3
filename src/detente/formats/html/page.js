
"use strict";
(() => {
  const narrow = matchMedia("(max-width: 48rem)");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const smooth = () => (calm.matches ? "auto" : "smooth");
  const peek = document.querySelector(".peek");
  const note = document.createElement("div");
  note.className = "tip";
  note.hidden = true;
  document.body.append(note);

  // The legend: each kind of mark on and off.
  for (const key of document.querySelectorAll(".legend button")) {
    key.addEventListener("click", () => {
      const on = key.getAttribute("aria-pressed") !== "true";
      key.setAttribute("aria-pressed", String(on));
      document.documentElement.classList.toggle(`off-${key.dataset.layer}`, !on);
      settle();
    });
  }

  // Speakers stand in the margin; two that begin on one line are set below each other.
  function settle() {
    for (const report of document.querySelectorAll(".report")) {
      let floor = -Infinity;
      for (const who of report.querySelectorAll(".who")) {
        who.style.transform = "";
        if (getComputedStyle(who).position !== "absolute") continue;
        const box = who.getBoundingClientRect();
        const push = Math.max(0, floor - box.top);
        if (push) who.style.transform = `translateY(${push}px)`;
        floor = box.bottom + push + 2;
      }
    }
  }
  addEventListener("resize", settle);
  settle();

  for (const article of document.querySelectorAll(".coded")) {
    const picture = article.querySelector(".picture");
    const list = article.querySelector(".cards");
    const cards = new Map([...article.querySelectorAll(".card")].map((card) => [card.dataset.i, card]));
    const numbers = (element) => (element && element.dataset.i ? element.dataset.i.split(" ") : []);
    let held = [];

    function light(wanted) {
      const set = new Set(wanted);
      for (const each of article.querySelectorAll("[data-i]")) {
        each.classList.toggle("lit", numbers(each).some((n) => set.has(n)));
      }
      if (picture) picture.classList.toggle("some-lit", picture.querySelector(".act.lit") !== null);
    }
    function show(kind) {
      for (const button of article.querySelectorAll(".filters button")) {
        button.setAttribute("aria-pressed", String(button.dataset.show === kind));
      }
      for (const card of cards.values()) card.hidden = kind !== "all" && card.dataset.kind !== kind;
    }
    function bring(card) {
      if (!card || narrow.matches) return;
      const top = card.offsetTop - list.clientHeight / 3;
      list.scrollTo({ top, behavior: smooth() });
    }
    function toText(card) {
      const head = card.querySelector("a.head");
      const mark = head && document.getElementById(head.getAttribute("href").slice(1));
      if (mark) mark.scrollIntoView({ block: "center", behavior: smooth() });
    }
    function lift(wanted) {
      const rows = document.createElement("ul");
      for (const n of wanted) {
        if (!cards.has(n)) continue;
        const copy = cards.get(n).cloneNode(true);
        copy.removeAttribute("id");
        copy.classList.remove("lit");
        copy.hidden = false;
        rows.append(copy);
      }
      const close = document.createElement("button");
      close.className = "close";
      close.type = "button";
      close.textContent = "close";
      close.addEventListener("click", () => { peek.hidden = true; });
      peek.replaceChildren(close, rows);
      peek.hidden = rows.children.length === 0;
    }
    // An item from the text or the picture: its own cards first, then those of the marks around it.
    function around(element) {
      const found = [];
      for (let at = element.closest("[data-i]"); at && article.contains(at); at = at.parentElement.closest("[data-i]")) {
        found.push(...numbers(at));
      }
      return [...new Set(found)];
    }
    function open(element) {
      const own = numbers(element.closest("[data-i]"));
      if (!own.length) return;
      held = own;
      light(own);
      const first = cards.get(own[0]);
      if (first && first.hidden) show("all");
      bring(first);
      if (narrow.matches) lift(around(element));
    }

    article.addEventListener("click", (event) => {
      const filter = event.target.closest(".filters button");
      const card = event.target.closest(".card");
      const mark = event.target.closest(".m[data-i], .act");
      if (filter) show(filter.dataset.show);
      else if (card) {
        event.preventDefault();
        held = [card.dataset.i];
        light(held);
        toText(card);
      } else if (mark) {
        event.preventDefault();
        open(mark);
        if (mark.matches(".act") && cards.has(held[0])) toText(cards.get(held[0]));
      } else {
        held = [];
        light([]);
        peek.hidden = true;
      }
    });
    article.addEventListener("mouseover", (event) => {
      const mark = event.target.closest(".m[data-i], .act, .card");
      light(mark ? numbers(mark) : held);
      const notes = [];
      for (let at = event.target.closest("[data-note]"); at; at = at.parentElement.closest("[data-note]")) notes.push(at.dataset.note);
      note.hidden = notes.length === 0;
      note.textContent = notes.slice(0, 2).join(" \u2014 ");
    });
    article.addEventListener("mousemove", (event) => {
      if (note.hidden) return;
      note.style.left = `${Math.max(8, Math.min(event.clientX + 12, innerWidth - note.offsetWidth - 8))}px`;
      note.style.top = `${event.clientY + 22 + note.offsetHeight > innerHeight ? event.clientY - note.offsetHeight - 12 : event.clientY + 22}px`;
    });
    article.addEventListener("mouseleave", () => { light(held); note.hidden = true; });
    article.addEventListener("focusin", (event) => {
      const place = event.target.closest(".m[data-i], .card");
      if (!place) return;
      light(numbers(place));
      if (place.matches(".m")) bring(cards.get(numbers(place)[0]));
    });
    article.addEventListener("keydown", (event) => {
      const mark = event.target.closest(".m[data-i]");
      const card = event.target.closest(".card");
      if (mark && (event.key === "Enter" || event.key === " ")) {
        event.preventDefault();
        open(mark);
        const head = cards.has(held[0]) && cards.get(held[0]).querySelector("a.head");
        if (head && !narrow.matches) head.focus({ preventScroll: true });
      } else if (card && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
        event.preventDefault();
        let next = card;
        do next = event.key === "ArrowDown" ? next.nextElementSibling : next.previousElementSibling;
        while (next && next.hidden);
        const head = next && next.querySelector("a.head");
        if (head) { head.focus({ preventScroll: true }); bring(next); }
      } else if (card && event.key === "Enter") {
        event.preventDefault();
        held = [card.dataset.i];
        light(held);
        toText(card);
        const target = document.getElementById(event.target.getAttribute("href").slice(1));
        if (target && target.tabIndex >= 0) target.focus({ preventScroll: true });
      } else if (event.key === "Escape") {
        held = [];
        light([]);
        peek.hidden = true;
      }
    });
  }
})();
