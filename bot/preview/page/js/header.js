// Above the open chat: what it is, as whom one writes there, its topics, and what can be tried.

import { $, el, icon } from "./dom.js";
import { picture } from "./bubble.js";
import { compose } from "./composing.js";
import { menuFor } from "./command_menu.js";
import { act } from "./server.js";
import { currentChat, currentPerson, hasBot, kindOf, on, openChat, speakAs, store, titleOf, tell } from "./store.js";
import { t } from "./words.js";

export function watchHeader() {
  on("view chats", drawHeader);
  on("view chats", drawNotes);
  on("typing messages", drawStatus);
}

function drawHeader() {
  const chat = currentChat();
  if (!chat) return;
  const back = round("back", "back", () => (document.body.dataset.shows = "chats"));
  back.classList.add("back");
  const details = round("panel", "details", () => tell("panel"));
  details.id = "to-panel";
  const had = document.activeElement?.id;
  $("chat-header").replaceChildren(
    back,
    picture(chat),
    el("div", { class: "heading" }, el("h2", {}, titleOf(chat)), el("p", { id: "status" })),
    el("span", { class: "spacer" }),
    speaker(),
    details,
  );
  if (had) $(had)?.focus();
  drawStatus();
}

function round(sign, label, act) {
  const made = { type: "button", class: "round", "aria-label": t(label), title: t(label), onclick: act };
  return el("button", made, icon(sign));
}

function speaker() {
  const options = [...store.people.values()].map((person) =>
    el("option", { value: person.id, selected: person.id === store.person }, `${person.first_name} (${person.language_code})`),
  );
  const select = el("select", { id: "speak-as" }, options);
  select.onchange = () => speakAs(Number(select.value));
  return el("label", { class: "speak-as" }, el("span", {}, t("speak-as")), select);
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
