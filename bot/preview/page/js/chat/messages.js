// The open chat's messages, and who is typing.

import { $, el } from "../dom.js";
import { bubble } from "./bubble.js";
import { currentChat, currentPerson, isStarted, messagesOf, on, store } from "../store.js";
import { t, wordFor } from "../words/words.js";

const list = () => $("messages");
const scroll = () => $("scroll");
const NEAR = 120; // pixels from the end within which the list follows what comes

export function watchMessages() {
  // What is at its end stays there when the list gets smaller or larger: a keyboard, suggestions, another window.
  let follows = true;
  scroll().addEventListener("scroll", () => (follows = isNearEnd()));
  new ResizeObserver(() => follows && toEnd()).observe(scroll());
  on("view fresh", drawAll);
  on("messages", ({ chat, messages, gone }) => {
    if (chat === store.chat) update(messages, gone);
  });
  // The bot sets its description when it starts, which may be after the page is drawn.
  on("chats", () => $("about") && drawAbout(currentChat()));
  on("typing messages view", drawTyping);
  on("goto", goTo);
}

function isShown(message) {
  const chat = currentChat();
  return !chat.is_forum || (message.is_topic_message ? message.message_thread_id : null) === store.topic;
}

function drawAll() {
  const chat = currentChat();
  if (!chat) return;
  scroll().setAttribute("aria-label", t("messages"));
  const shown = [...messagesOf(store.chat).values()].filter(isShown);
  list().replaceChildren(...shown.map((message) => bubble(message, chat)));
  drawAbout(chat);
  toEnd();
}

function update(messages, gone) {
  const follows = isNearEnd();
  for (const id of gone) item(id)?.remove();
  for (const message of messages.filter(isShown)) put(message);
  drawAbout(currentChat());
  const isOwn = messages.some((message) => message.from?.id === store.person && !message.edit_date);
  if (follows || isOwn) toEnd();
}

function put(message) {
  const made = bubble(message, currentChat());
  const old = item(message.message_id);
  if (!old) {
    made.classList.add("new");
    list().append(made);
    return;
  }
  const focused = focusedPlace(old);
  old.replaceWith(made);
  if (focused) focusAgain(made, focused);
}

const REGIONS = ".bubble, .keyboard, .tools";
const controls = (region) => [...(region?.querySelectorAll("button, a") ?? [])];

function focusedPlace(old) {
  const region = old.contains(document.activeElement) && document.activeElement.closest(REGIONS);
  if (!region) return null;
  return { kind: region.classList[0], place: controls(region).indexOf(document.activeElement) };
}

/** Whoever pages through quotes by keyboard stays at the button, or at its neighbour when it is gone. */
function focusAgain(made, { kind, place }) {
  const there = controls(made.querySelector(`.${kind}`));
  (there[place] ?? there.at(-1))?.focus();
}

const item = (id) => list().querySelector(`li[data-id="${id}"]`);

const isNearEnd = () => scroll().scrollHeight - scroll().scrollTop - scroll().clientHeight < NEAR;

export function toEnd() {
  scroll().scrollTop = scroll().scrollHeight;
}

function goTo(id) {
  const found = item(id);
  found?.scrollIntoView({ block: "center", behavior: "smooth" });
  found?.classList.add("lit");
  setTimeout(() => found?.classList.remove("lit"), 1500);
}

/** What Telegram shows of a bot before the first message: its description, in the language of the person's Telegram. */
function drawAbout(chat) {
  $("about")?.remove();
  if (isStarted(chat)) return;
  const code = currentPerson().language_code ?? "";
  const texts = store.bot.texts.filter((one) => one.field === "description");
  const text = (texts.find((one) => one.language === code) ?? texts.find((one) => !one.language))?.text;
  const description = el("div", { class: "bubble" }, el("h3", {}, wordFor(code, "what-can-it-do")), el("p", {}, text ?? "…"));
  scroll().prepend(el("div", { id: "about", lang: code }, description));
}

function drawTyping() {
  const state = store.typing.get(store.chat);
  const types = state && state.until > Date.now() && (state.thread ?? null) === store.topic;
  const dots = [el("span", { class: "dots", "aria-hidden": "true" }, el("i"), el("i"), el("i"))];
  const label = types && el("span", { class: "unseen" }, t("is-typing", { name: store.bot.first_name }));
  $("typing").replaceChildren(...(types ? [...dots, label] : []));
  if (types) toEnd();
}
