// What the bot's process writes.

import { $, el } from "./dom.js";
import { on, store } from "./store.js";
import { t } from "./words.js";

export function drawLog(place) {
  const lines = el("ol", { id: "log", "aria-label": t("log") }, store.lines.map(drawn));
  place.replaceChildren(store.lines.length ? lines : el("p", { class: "hint" }, t("log-empty")));
  place.scrollTop = place.scrollHeight;
}

export function watchLog() {
  on("log fresh", () => {
    const place = $("tab-panel");
    if (!place || $("tab-log")?.getAttribute("aria-selected") !== "true") return;
    drawLog(place);
  });
}

function drawn({ text }) {
  const level = text.match(/\b(ERROR|WARNING|error:)/)?.[0].replace(":", "").toLowerCase();
  return el("li", { class: level ?? "" }, text);
}
