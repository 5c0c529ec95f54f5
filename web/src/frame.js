// The library's HTML in a frame that runs no scripts and keeps the policy of its own. A change is shown once it was loaded, at the
// place where the reader was, with what was unfolded.
const opened = (page) => [...page.querySelectorAll("details")].map((each) => each.open);

function restore(page, place, folds) {
  const details = [...page.querySelectorAll("details")];
  if (details.length === folds.length) details.forEach((each, i) => { each.open = folds[i]; });
  page.documentElement.scrollTop = place;
}

/** Makes links of the places of findings: go_to({ report, line, column }), where reports are numbered from 0. */
function link_places(page, go_to) {
  for (const place of page.querySelectorAll(".place[data-line]")) {
    const [line, column] = place.dataset.line.split(":").map(Number);
    const report = Number(place.closest("[data-report]").dataset.report) - 1;
    const link = page.createElement("a");
    link.href = `#${place.querySelector("code")?.textContent ?? ""}`;
    link.append(...place.childNodes);
    place.append(link);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      go_to({ report, line, column });
    });
  }
}

/** Shows a page in the frame within `holder`. Resolves to true once it is visible, or to false once another one is to be shown
 * instead. With `go_to`, places of findings are links. */
export function show_page(holder, html, title, { fit = false, go_to } = {}) {
  const [old] = holder.querySelectorAll("iframe:not(.next)");
  const superseded = holder.querySelector("iframe.next");
  superseded?.dispatchEvent(new Event("superseded"));
  superseded?.remove();
  const frame = document.createElement("iframe");
  frame.className = "next";
  frame.title = title;
  frame.sandbox = "allow-same-origin"; // no scripts: only for the place of the reader
  frame.srcdoc = html;
  return new Promise((done) => {
    frame.addEventListener("superseded", () => done(false), { once: true });
    frame.addEventListener("load", () => {
      frame.contentDocument.querySelector("main").setAttribute("aria-label", title); // the page around it has a main, too
      if (go_to) link_places(frame.contentDocument, go_to);
      if (old && !fit) restore(frame.contentDocument, old.contentDocument.documentElement.scrollTop, opened(old.contentDocument));
      if (fit) frame.style.height = `${frame.contentDocument.documentElement.scrollHeight + 2}px`;
      old?.remove();
      frame.className = "";
      done(true);
    }, { once: true });
    holder.append(frame);
  });
}

/** The section of a report on co-financing, as a page: its first heading has the id p1-cofinancing. */
export function section_page(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const section = page.getElementById("p1-cofinancing").parentElement;
  const main = page.createElement("main");
  main.append(section);
  page.body.replaceChildren(main);
  return { html: `<!DOCTYPE html>\n${page.documentElement.outerHTML}`, verdict: section.querySelector(".verdict").textContent.trim() };
}
