// The panel beside the chat, and its tabs (www.w3.org/WAI/ARIA/apg/patterns/tabs).

import { $, el, icon } from "./dom.js";
import { drawFaults } from "./faults.js";
import { drawLog } from "./log.js";
import { on } from "./store.js";
import { t } from "./words.js";

const TABS = { log: drawLog, faults: drawFaults };
let open = "log";

export function watchPanel() {
  on("view", draw);
  on("chats", () => open === "faults" && drawContent());
  on("panel", (tab) => show(tab ?? open));
}

export function show(tab) {
  const shown = document.body.classList.toggle("with-panel", tab !== open || !document.body.classList.contains("with-panel"));
  open = tab;
  draw();
  if (shown) $(`tab-${open}`).focus();
  else $("to-panel").focus();
}

function draw() {
  const had = document.activeElement?.id;
  const tabs = Object.keys(TABS).map((name) => {
    const isOpen = name === open;
    const made = { type: "button", role: "tab", id: `tab-${name}`, "aria-selected": String(isOpen), "aria-controls": "tab-panel", tabindex: isOpen ? 0 : -1 };
    return el("button", { ...made, onclick: () => choose(name) }, t(name));
  });
  const close = el("button", { type: "button", class: "round", "aria-label": t("close"), title: t("close") }, icon("close"));
  close.onclick = () => show(open);
  $("panel").setAttribute("aria-label", t("details"));
  $("panel").replaceChildren(
    el("header", { class: "bar" }, el("div", { role: "tablist", "aria-label": t("details"), onkeydown: turn }, tabs), close),
    el("div", { role: "tabpanel", id: "tab-panel", "aria-labelledby": `tab-${open}`, tabindex: 0 }),
  );
  drawContent();
  if (had) $(had)?.focus();
}

function choose(name) {
  open = name;
  draw();
  $(`tab-${name}`).focus();
}

function turn(event) {
  const names = Object.keys(TABS);
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (step) choose(names[(names.indexOf(open) + step + names.length) % names.length]);
}

function drawContent() {
  TABS[open]($("tab-panel"));
}
