/* The search of the site: each typed word has to begin a word of an entry. search-data.js, which is read when the field gets the
 * focus, has the entries: [title, address, where it is], the more general first. */
"use strict";

(function () {
  const MOST = 40;
  const field = document.querySelector("#search input");
  const list = document.querySelector("#search ul");

  const words = (text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const wordsOfTitle = (title) => [...words(title), ...words(title.replaceAll("-", ""))]; // "cofin" begins Co-financing too

  function read() {
    if (window.searchData) return;
    const script = document.createElement("script");
    script.src = "search-data.js";
    script.onload = () => {
      for (const entry of window.searchData) entry.push(wordsOfTitle(entry[0]));
      show();
    };
    window.searchData = [];
    document.head.append(script);
  }

  function item([title, address, where]) {
    const made = document.createElement("li");
    const link = document.createElement("a");
    link.href = address;
    link.textContent = title;
    const place = document.createElement("span");
    place.textContent = where;
    made.append(link, " ", place);
    return made;
  }

  function show() {
    const typed = words(field.value);
    const found = typed.length === 0 ? [] : window.searchData.filter((entry) =>
      typed.every((start) => entry[3].some((word) => word.startsWith(start))));
    list.replaceChildren(...found.slice(0, MOST).map(item));
    if (found.length > MOST) list.append(`… and ${found.length - MOST} more`);
    if (typed.length > 0 && found.length === 0) list.append("Nothing found");
    list.hidden = typed.length === 0;
  }

  function move(event, step) {
    const places = [field, ...list.querySelectorAll("a")];
    const at = places.indexOf(document.activeElement) + step;
    if (places[at]) places[at].focus();
    event.preventDefault();
  }

  field.addEventListener("focus", read);
  field.addEventListener("input", show);
  document.addEventListener("keydown", (event) => {
    const inside = event.target.closest && event.target.closest("#search");
    if (event.key === "/" && !event.target.closest("input")) {
      field.focus();
      event.preventDefault();
    } else if (inside && event.key === "ArrowDown") move(event, 1);
    else if (inside && event.key === "ArrowUp") move(event, -1);
    else if (event.key === "Enter" && event.target === field && list.querySelector("a")) list.querySelector("a").click();
    else if (event.key === "Escape") list.hidden = true;
  });
  document.addEventListener("click", (event) => {
    if (!event.target.closest("#search") || event.target.closest("#search a")) list.hidden = true;
  });
})();
