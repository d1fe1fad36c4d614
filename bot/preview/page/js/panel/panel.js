// The panel beside the chat, and its tabs (www.w3.org/WAI/ARIA/apg/patterns/tabs).

import { $, el, icon } from "../dom.js";
import { drawAdding } from "./add_article.js";
import { drawFaults, redrawFaults } from "./faults.js";
import { drawLog } from "./log.js";
import { on, tell } from "../store.js";
import { drawWhy } from "./why.js";
import { t } from "../words/words.js";

const TABS = { why: drawWhy, add: drawAdding, log: drawLog, faults: drawFaults };
let open = "why";

export function watchPanel() {
  on("view", redraw);
  on("chats process", () => open === "faults" && $("tab-panel") && redrawFaults($("tab-panel")));
  on("panel", (tab) => (tab ? show(tab) : toggle()));
}

function show(tab) {
  document.body.classList.add("with-panel");
  tell("panel-shown", true);
  open = tab;
  draw();
  $(`tab-${open}`).focus();
}

function toggle() {
  if (!document.body.classList.contains("with-panel")) return show(open);
  document.body.classList.remove("with-panel");
  tell("panel-shown", false);
  $("to-panel").focus();
}

function draw() {
  const had = document.activeElement?.id;
  const tabs = Object.keys(TABS).map((name) => {
    const isOpen = name === open;
    const made = { type: "button", role: "tab", id: `tab-${name}`, "aria-selected": String(isOpen), "aria-controls": "tab-panel", tabindex: isOpen ? 0 : -1 };
    return el("button", { ...made, onclick: () => choose(name) }, t(`tab-${name}`));
  });
  const close = el("button", { type: "button", class: "round", "aria-label": t("close"), title: t("close") }, icon("close"));
  close.onclick = toggle;
  $("panel").setAttribute("aria-label", t("tools"));
  $("panel").replaceChildren(
    el("header", { class: "bar" }, el("div", { role: "tablist", "aria-label": t("tools"), onkeydown: turn }, tabs), close),
    el("div", { role: "tabpanel", id: "tab-panel", "aria-labelledby": `tab-${open}`, tabindex: 0 }),
  );
  drawContent();
  if (had) $(had)?.focus();
}

/** What somebody is filling in is not drawn anew under their hands. */
function redraw() {
  if (!$("draft-form")) draw();
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
