// One message as a bubble, or as a line in the middle for what Telegram itself says.

import { el, icon } from "../dom.js";
import { change, replyTo } from "./draft.js";
import { formatted } from "./entities.js";
import { keyboard } from "./keyboard.js";
import { act } from "../server.js";
import { messagesOf, store, tell, titleOf } from "../store.js";
import { currentLanguage, t } from "../words/words.js";

const COLOURS = 7;

export function bubble(message, chat) {
  const service = serviceText(message);
  if (service) return el("li", { class: "service", "data-id": message.message_id }, el("span", {}, service));
  const isOwn = message.from.id === store.person;
  const isBot = message.from.id === store.bot.id;
  const body = el(
    "article",
    { class: "bubble", "aria-label": `${message.from.first_name}, ${time(message.date)}` },
    chat.type !== "private" && !isOwn && name(message.from),
    message.via_bot && el("p", { class: "via" }, t("via", { bot: message.via_bot.username })),
    replyHead(message, chat),
    el(
      "div",
      { class: "text" },
      formatted(message.text ?? "", message.entities, (command) => send(chat, command)),
      el("span", { class: "meta" }, message.edit_date && `${t("edited")} `, time(message.date), ...reached(message, chat)),
    ),
  );
  body.addEventListener("click", (event) => tapped(event, message));
  return el(
    "li",
    { class: `message ${isOwn ? "own" : "other"}`, "data-id": message.message_id },
    chat.type !== "private" && !isOwn && avatar(message.from),
    el("div", { class: "column" }, body, keyboard(message, chat), tools(message, chat, { isOwn, isBot })),
  );
}

export function avatar(user) {
  const sign = el("span", { class: "avatar", "aria-hidden": "true" }, [...(user.first_name ?? user.title)][0]);
  sign.dataset.colour = Math.abs(user.id) % COLOURS;
  return sign;
}

/** The picture of a chat; a private one's is the bot's. */
export const picture = (chat) => avatar(chat.type === "private" ? store.bot : { id: chat.id, first_name: titleOf(chat) });

export const time = (date) =>
  new Date(date * 1000).toLocaleTimeString(currentLanguage(), { hour: "2-digit", minute: "2-digit" });

/** In groups it depends on privacy mode what the bot gets; no real client shows it, so it is but a small sign. */
function reached(message, chat) {
  if (chat.type === "private" || message.from.is_bot) return [];
  const [sign, label] = message.reached.includes(store.bot.id) ? ["●", "has-reached"] : ["○", "has-not-reached"];
  return [el("span", { class: "reached", title: t(label) }, ` ${sign}`, el("span", { class: "unseen" }, t(label)))];
}

function name(user) {
  const line = el("p", { class: "name" }, user.first_name, user.is_bot && el("span", { class: "role" }, t("bot")));
  line.dataset.colour = Math.abs(user.id) % COLOURS;
  return line;
}

function serviceText(message) {
  const who = message.from?.first_name;
  if (message.new_chat_members) {
    return t("added", { who, whom: message.new_chat_members.map((user) => user.first_name).join(", ") });
  }
  if (message.left_chat_member) return t("left", { who: message.left_chat_member.first_name });
  if (message.forum_topic_created) return t("topic-created", { name: message.forum_topic_created.name });
  return null;
}

/** The message that this one answers; for bots, whatever stands in a topic answers the message that opened it. */
export function answered(message) {
  const replied = message.reply_to_message;
  return replied && !replied.forum_topic_created ? replied : null;
}

function replyHead(message, chat) {
  const replied = answered(message);
  if (!replied) return null;
  const now = messagesOf(chat.key).get(replied.message_id);
  const words = message.quote?.text ?? (now ? now.text : t("deleted-message"));
  const head = el(
    "button",
    { type: "button", class: "replied", "aria-label": `${t("to-message")}: ${replied.from.first_name}: ${words}` },
    el("span", { class: "name" }, replied.from.first_name),
    el("span", { class: "words" }, words),
  );
  head.onclick = () => tell("goto", replied.message_id);
  return head;
}

function tools(message, chat, { isOwn, isBot }) {
  const tool = (sign, label, act) =>
    el("button", { type: "button", class: "tool", title: t(label), "aria-label": t(label), onclick: act }, icon(sign), sign === "why" && el("span", {}, t(label)));
  return el(
    "div",
    { class: "tools" },
    isBot && tool("why", "why", () => tell("why", { chat, message })),
    tool("reply", "reply", () => replyTo(message, markedIn(message))),
    isOwn && !message.via_bot && tool("edit", "edit", () => change(message)),
    (isOwn || chat.type === "private") &&
      tool("remove", "delete", () => act({ do: "delete", chat: chat.key, message: message.message_id })),
  );
}

/** A tap on a bubble answers it, and shows its tools where there is no mouse to hover with. */
function tapped(event, message) {
  const selection = getSelection();
  if (event.target.closest("a, button") || !selection.isCollapsed) return;
  document.querySelector(".message.picked")?.classList.remove("picked");
  event.target.closest(".message").classList.add("picked");
  replyTo(message);
}

/** Words that are marked in the message are what the answer is about. */
function markedIn(message) {
  const words = getSelection().toString().trim();
  return words && message.text.includes(words) ? words : null;
}

function send(chat, command) {
  act({ do: "say", chat: chat.key, text: command, topic: store.topic });
}
