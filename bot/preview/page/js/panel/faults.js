// What goes wrong at Telegram, or on the way there, when one wants to see it.

import { el } from "../dom.js";
import { act, post } from "../server.js";
import { store } from "../store.js";
import { hasWord, t } from "../words/words.js";

const KINDS = {
  429: { kind: "status", status: 429 },
  500: { kind: "status", status: 500 },
  502: { kind: "html", status: 502 },
  reset: { kind: "reset" },
  timeout: { kind: "timeout" },
};
const METHODS = ["sendMessage", "getUpdates", "any"];
const TIMES = { 1: 1, 3: 3, all: null };
const chosen = { kind: "429", method: "sendMessage", times: "1" };

let drawn = "";
const shown = () => JSON.stringify([store.faults, store.process.is_telegram_there]);

/** Only when something else is to be shown: a button that is drawn anew under somebody's finger is not pressed. */
export function redrawFaults(place) {
  if (shown() !== drawn) drawFaults(place);
}

export function drawFaults(place) {
  drawn = shown();
  const had = document.activeElement?.id;
  const way = store.process.is_telegram_there ? "cut" : "mend";
  const calm = store.process.is_telegram_there ? "none-planned" : "telegram-cut";
  const planned = store.faults.map(({ kind, method }) => (hasWord(`planned-${kind}`) ? t(`planned-${kind}`) : kind) + (method ? ` (${method})` : ""));
  place.replaceChildren(
    el("p", { class: "hint" }, t("faults-why")),
    field("kind", Object.keys(KINDS), (name) => t(`fault-${name}`)),
    field("method", METHODS, (name) => t(`method-${name}`)),
    field("times", Object.keys(TIMES), (name) => t(`times-${name}`)),
    el("p", { class: "buttons" }, button("plan-fault", plan), button("clear-faults", () => act({ do: "clear_faults", person: undefined }))),
    el("p", { class: "hint", role: "status" }, planned.length ? t("planned", { faults: planned.join(", ") }) : t(calm)),
    el("p", { class: "buttons" }, button(way, () => post("process", { do: way }))),
  );
  if (had) document.getElementById(had)?.focus();
}

function field(what, names, label) {
  const options = names.map((name) => el("option", { value: name, selected: chosen[what] === name }, label(name)));
  const select = el("select", { id: `fault-${what}` }, options);
  select.onchange = () => (chosen[what] = select.value);
  return el("label", { class: "field" }, t(`fault-${what}`), select);
}

const button = (label, act) => el("button", { type: "button", class: "plain", id: `do-${label}`, onclick: act }, t(label));

function plan() {
  const method = chosen.method === "any" ? null : chosen.method;
  act({ do: "plan_fault", person: undefined, ...KINDS[chosen.kind], method, times: TIMES[chosen.times] });
}
