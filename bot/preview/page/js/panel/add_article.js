// An own article in one step: a file dropped on the page, or an address; then a look, corrections, and it is there.

import { $, el } from "../dom.js";
import { compose } from "../chat/draft.js";
import { note, post, postFile } from "../server.js";
import { store, tell } from "../store.js";
import { currentLanguage, t } from "../words/words.js";

let reading = null; // the name of what is being read
let draft = null;
let written = null;
const LINES = ["title", "publisher", "authors", "published", "url", "language"];

export function watchDrops() {
  const over = (event) => {
    if (![...event.dataTransfer.types].includes("Files")) return;
    event.preventDefault();
    document.body.classList.add("drop-here");
  };
  addEventListener("dragenter", over);
  addEventListener("dragover", over);
  addEventListener("dragleave", (event) => event.relatedTarget ?? document.body.classList.remove("drop-here"));
  addEventListener("drop", (event) => {
    document.body.classList.remove("drop-here");
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    takeFile(event.dataTransfer.files[0]);
  });
}

const takeFile = (file) => take(file.name, postFile(file));

/** Shows at once that it is being read: for a large text that takes seconds. */
async function take(name, drafting) {
  [reading, draft, written] = [name, null, null];
  tell("panel", "add");
  draft = await drafting;
  reading = null;
  if (draft) tell("panel", "add");
  else if ($("reading")) drawAdding($("tab-panel"));
}

export function drawAdding(place) {
  if (draft) return place.replaceChildren(form());
  if (reading) return place.replaceChildren(el("p", { id: "reading", role: "status" }, t("add-reading", { name: reading }), el("progress")));
  const file = el("input", { type: "file", id: "file", accept: ".txt,.md,.markdown,.html,.htm,text/plain,text/markdown,text/html" });
  file.onchange = () => file.files.length && takeFile(file.files[0]);
  const address = el("input", { type: "url", id: "address", placeholder: "https://…", required: true });
  const fetching = el("form", {}, label("add-address", address), el("button", { type: "submit", class: "plain" }, t("add-fetch")));
  fetching.onsubmit = (event) => {
    event.preventDefault();
    take(address.value, post("draft", { url: address.value }));
  };
  place.replaceChildren(
    ...(written ? [done()] : []),
    el("p", { class: "hint" }, t("add-how")),
    el("div", { class: "drop-zone" }, label("add-file", file)),
    fetching,
  );
}

function done() {
  const [question] = written.questions;
  const ask = question && el("button", { type: "button", class: "chip", onclick: () => compose(question) }, question);
  return el("div", { class: "done", role: "status" }, el("p", {}, t("add-done", { path: written.path })), ask ?? "");
}

function form() {
  const made = el(
    "form",
    { id: "draft-form" },
    el("p", { class: "hint" }, t("add-look")),
    LINES.map((key) => label(`draft-${key}`, input(key))),
    label("draft-questions", el("textarea", { name: "questions", rows: 3, value: draft.questions.join("\n") })),
    label("draft-text", el("textarea", { name: "text", rows: 14, value: draft.text })),
    el(
      "p",
      { class: "buttons" },
      el("button", { type: "submit", class: "plain filled" }, t("add-write")),
      el("button", { type: "button", class: "plain", onclick: drop }, t("cancel")),
    ),
  );
  made.onsubmit = (event) => {
    event.preventDefault();
    write(made);
  };
  return made;
}

function input(key) {
  if (key === "language") {
    const options = ["de", "en"].map((code) => el("option", { value: code, selected: (draft.language ?? currentLanguage()) === code }, t(`in-${code}`)));
    return el("select", { name: key }, options);
  }
  const value = key === "authors" ? draft.authors.join(", ") : (draft[key] ?? "");
  const type = { published: "date", url: "url" }[key] ?? "text";
  return el("input", { name: key, type, value: key === "published" ? value.slice(0, 10) : value, required: key === "title" });
}

const label = (key, field) => el("label", { class: "field" }, t(key), field);

function drop() {
  draft = null;
  drawAdding($("tab-panel"));
}

async function write(made) {
  const given = Object.fromEntries(new FormData(made));
  const lines = (words, separator) => words.split(separator).map((one) => one.trim()).filter(Boolean);
  const questions = lines(given.questions, "\n");
  const corrected = { ...given, authors: lines(given.authors, ","), questions, published: given.published || null };
  const kept = { licence: draft.licence ?? "", sources: draft.sources };
  const saved = await post("articles", { ...kept, ...corrected });
  if (!saved) return;
  written = { path: saved.path, questions };
  store.samples = [...questions, ...store.samples];
  draft = null;
  note(t("add-done", { path: saved.path }));
  drawAdding($("tab-panel"));
}
