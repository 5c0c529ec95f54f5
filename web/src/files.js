// Files in and out: dropped, chosen or pasted, and downloads of what was made.

/** Reads files as they are; the text is for the editor, where bytes that are not UTF-8 are replaced. */
export async function read_file(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return { name: file.name, bytes, text: new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes) };
}

/** Calls take(files) for files that are dropped anywhere on the page, or pasted; take_text(text) for text that is pasted or dropped outside fields. */
export function listen(take, take_text) {
  const page = document.documentElement;
  addEventListener("dragover", (event) => {
    event.preventDefault();
    page.classList.add("dragging");
  });
  addEventListener("dragleave", (event) => event.relatedTarget === null && page.classList.remove("dragging"));
  addEventListener("drop", (event) => {
    page.classList.remove("dragging");
    if (event.dataTransfer.files.length > 0) {
      event.preventDefault();
      event.stopPropagation();
      take([...event.dataTransfer.files]);
    } else if (!is_field(event)) {
      event.preventDefault();
      const text = event.dataTransfer.getData("text/plain");
      if (text) take_text(text);
    }
  }, true);
  addEventListener("paste", (event) => {
    if (event.clipboardData.files.length > 0) {
      event.preventDefault();
      take([...event.clipboardData.files]);
    } else if (!is_field(event)) {
      const text = event.clipboardData.getData("text/plain");
      if (text) take_text(text);
    }
  });
}

function is_field(event) {
  const [target] = event.composedPath();
  return target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;
}

/** Saves a text as a file of the user. */
export function download(name, type, content) {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = Object.assign(document.createElement("a"), { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60000);
}

/** The name of a file of a plan, with another ending. */
export const name_with = (name, ending) => name.replace(/(\.helhedsplan)?\.json$/i, "") + ending;
