// What the bot's process writes.

import { $, el } from "../dom.js";
import { on, store } from "../store.js";
import { t } from "../words/words.js";

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

const LINE = /^\S+ ([\d:]+)\S* (\w+)\s+([\w.]+): (.*)$/; // day, time, level, part of the bot, words

function drawn({ text }) {
  const [, time, level, part, words] = text.match(LINE) ?? [];
  if (!time) return el("li", { class: /^error:/.test(text) ? "error" : "" }, text);
  return el("li", { class: level.toLowerCase() }, el("span", { class: "when" }, `${time} ${part} `), words);
}
