// The server: what it tells (server-sent events) and what it is asked to do.

import { el, $ } from "./dom.js";
import { markRead, store, tell } from "./store.js";
import { t } from "./words.js";

const TYPING_LASTS = 5000; // core.telegram.org/bots/api#sendchataction, in milliseconds
const LINES_KEPT = 1000;

const TAKE = {
  scene({ account, kinds, samples }) {
    Object.assign(store, { account, kinds, samples });
  },
  world({ accounts, people, chats, faults }) {
    store.bot = accounts.find((account) => account.id === store.account);
    store.people = new Map(people.map((person) => [person.id, person]));
    store.chats = new Map(chats.map((chat) => [chat.key, chat]));
    store.faults = faults;
    store.person ??= people[0].id;
    store.chat ??= chats.find((chat) => chat.type === "private" && chat.person === store.person).key;
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
    tell("log", lines);
  },
};

export function connect() {
  const source = new EventSource("events");
  source.onopen = () => {
    // The server tells everything anew to whoever connects.
    Object.assign(store, { messages: new Map(), lines: [], isConnected: true });
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
export async function post(path, body) {
  try {
    const answer = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    const content = await answer.json();
    if (answer.ok) return content;
    note(content.error);
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
