// Above the open chat: what it is, the way to the tools, its topics, and what can be tried.

import { $, el, icon } from "../dom.js";
import { picture } from "./bubble.js";
import { compose } from "./draft.js";
import { menuFor } from "./command_menu.js";
import { act } from "../server.js";
import { currentChat, currentPerson, hasBot, kindOf, on, openChat, store, titleOf, tell } from "../store.js";
import { t } from "../words/words.js";

export function watchHeader() {
  on("view chats", drawHeader);
  on("view chats", drawNotes);
  on("typing messages", drawStatus);
  on("panel-shown", (isOpen) => $("to-panel")?.setAttribute("aria-expanded", String(isOpen)));
}

function drawHeader() {
  const chat = currentChat();
  if (!chat) return;
  const back = { type: "button", class: "round back", "aria-label": t("back"), title: t("back") };
  const had = document.activeElement?.id;
  $("chat-header").replaceChildren(
    el("button", { ...back, onclick: () => (document.body.dataset.shows = "chats") }, icon("back")),
    picture(chat),
    el("div", { class: "heading" }, el("h2", {}, titleOf(chat)), el("p", { id: "status" })),
    toTools(),
  );
  if (had) $(had)?.focus();
  drawStatus();
}

/** Opens and closes the panel, which no Telegram has: it says what it is. */
function toTools() {
  const made = { type: "button", id: "to-panel", class: "quiet", title: t("tools-why"), "aria-expanded": String(document.body.classList.contains("with-panel")) };
  return el("button", { ...made, onclick: () => tell("panel") }, icon("panel"), t("tools"));
}

function drawStatus() {
  const chat = currentChat();
  if (!chat || !$("status")) return;
  const types = (store.typing.get(chat.key)?.until ?? 0) > Date.now();
  const status = chat.type === "private" ? t("bot") : t("members", { count: chat.members.length });
  $("status").textContent = types ? t("typing") : status;
  $("status").classList.toggle("active", types);
}

function drawNotes() {
  const chat = currentChat();
  if (!chat) return;
  const kind = kindOf(chat);
  const notes = [];
  if (kind !== "private") notes.push(el("p", { class: "hint" }, t(`hint-${kind}`, { bot: store.bot.username, ask: askCommand(chat) }), ...tries(chat, kind)));
  if (chat.type !== "private" && hasBot(chat)) notes.push(privacy());
  if (chat.is_forum) notes.push(topics(chat));
  const had = document.activeElement?.id;
  $("chat-notes").replaceChildren(...notes);
  if (had) $(had)?.focus();
}

/** Words to begin with: one tap puts them into the text field. */
function tries(chat, kind) {
  const question = store.samples[0];
  if (!question) return [];
  const keywords = question.match(/\p{Lu}[\p{L}-]+/gu)?.slice(-2).join(" ") ?? question;
  const name = `@${store.bot.username}`;
  const words = { inline: `${name} ${keywords}`, guest: `${name} ${question}` }[kind] ?? `/${askCommand(chat)}${name} ${question}`;
  return [" ", el("button", { type: "button", class: "chip", onclick: () => compose(words) }, words)];
}

/** The first command of the bot's menu is the one to ask by. */
const askCommand = (chat) => menuFor(store.bot.menus, chat, currentPerson())[0]?.[0] ?? "…";

function privacy() {
  const box = el("input", { type: "checkbox", id: "privacy", checked: store.bot.privacy });
  box.onchange = () => act({ do: "set_privacy", person: undefined, account: store.bot.id, privacy: box.checked });
  return el("label", { class: "switch", title: t("privacy-why") }, box, t("privacy"));
}

function topics(chat) {
  const all = [{ id: null, name: t("general") }, ...chat.topics];
  const tab = (topic) => {
    const isOpen = store.topic === topic.id;
    const made = { type: "button", class: "topic", id: `topic-${topic.id}`, "aria-pressed": String(isOpen) };
    return el("button", { ...made, onclick: () => openChat(chat.key, topic.id) }, topic.name);
  };
  return el("div", { class: "topics", role: "group", "aria-label": t("topics") }, all.map(tab));
}
