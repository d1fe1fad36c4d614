// The server: what it tells (server-sent events) and what it is asked to do.

import { el, $ } from "./dom.js";
import { markRead, speakLanguage, store, tell } from "./store.js";
import { currentLanguage, errorText, t } from "./words/words.js";

const TYPING_LASTS = 5000; // core.telegram.org/bots/api#sendchataction, in milliseconds
const LINES_KEPT = 1000;
const WARNING_LASTS = 20_000; // milliseconds
const LASTING = "bot.library"; // a broken article is broken until its file is mended

const TAKE = {
  scene({ account, kinds, samples }) {
    Object.assign(store, { account, kinds, samples });
  },
  world({ accounts, people, chats, faults }) {
    store.bot = accounts.find((account) => account.id === store.account);
    store.people = new Map(people.map((person) => [person.id, person]));
    store.chats = new Map(chats.map((chat) => [chat.key, chat]));
    store.faults = faults;
    if (!store.chat) speakLanguage(currentLanguage());
    tell("chats");
  },
  messages({ chat, messages, gone }) {
    const known = store.messages.get(chat) ?? new Map();
    for (const message of messages) {
      known.set(message.message_id, message);
      if (message.from?.is_bot) store.typing.delete(chat);
    }
    for (const id of gone) known.delete(id);
    store.messages.set(chat, known);
    if (chat === store.chat) markRead();
    tell("messages", { chat, messages, gone });
  },
  action({ chat, thread }) {
    const until = Date.now() + TYPING_LASTS;
    store.typing.set(chat, { until, thread });
    tell("typing");
    setTimeout(() => tell("typing"), TYPING_LASTS + 50);
  },
  process(process) {
    store.process = process;
    tell("process");
  },
  log({ lines }) {
    store.lines = [...store.lines, ...lines].slice(-LINES_KEPT);
    for (const { text } of lines) warn(text);
    tell("log", lines);
  },
};

/**
 * Keeps the latest warning on the page, until the same part of the bot has better news; of what passes by itself, such as
 * a network that fails, there is none.
 */
function warn(line) {
  const [, level, part, words] = line.match(/^\S+ \S+ (\w+)\s+([\w.]+): (.*)$/) ?? [];
  if (level === "WARNING" || level === "ERROR") keepWarning({ part, words });
  else if (part && part === store.warning?.part) store.warning = null;
  else return;
  tell("process");
}

function keepWarning(warning) {
  store.warning = warning;
  if (warning.part === LASTING) return;
  setTimeout(() => {
    if (store.warning === warning) store.warning = null;
    tell("process");
  }, WARNING_LASTS);
}

export function connect() {
  const source = new EventSource("events");
  source.onopen = () => {
    // The server tells everything anew to whoever connects.
    Object.assign(store, { messages: new Map(), lines: [], warning: null, isConnected: true });
    tell("fresh");
    tell("process");
  };
  source.onerror = () => {
    store.isConnected = false;
    tell("process");
  };
  for (const [name, take] of Object.entries(TAKE)) {
    source.addEventListener(name, (event) => take(JSON.parse(event.data)));
  }
}

/** Has the server do something; null, with a note to the person, when it cannot be done. */
export const post = (path, body) => send(path, "application/json", JSON.stringify(body));

/** Has the server read a file: what will be an article. */
export const postFile = (file) => send(`draft?name=${encodeURIComponent(file.name)}`, "application/octet-stream", file);

async function send(path, type, body) {
  try {
    const answer = await fetch(path, { method: "POST", headers: { "Content-Type": type }, body });
    const content = await answer.json();
    if (answer.ok) return content;
    note(errorText(content.error), 10);
  } catch {
    note(t("unreachable-server"));
  }
  return null;
}

export const act = (action) => post("actions", { person: store.person, ...action });

/** Shows a line for a few seconds; screen readers read it. */
export function note(text, seconds = 5) {
  const toast = el("p", { class: "toast" }, text);
  $("toasts").append(toast);
  setTimeout(() => toast.remove(), seconds * 1000);
}
