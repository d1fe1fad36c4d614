// The text field: writing, answering, changing; sending. Before the first message, the button that starts the bot.

import { $, el, icon } from "../dom.js";
import { compose, draft, dropDraft } from "./draft.js";
import { act } from "../server.js";
import { currentChat, currentPerson, hasBot, isStarted, on, store, titleOf } from "../store.js";
import { closeSuggestions, handleKey, openMenu, suggestFor } from "./suggestions.js";
import { t, wordFor } from "../words/words.js";

const field = () => $("field");
let kept = { chat: null, words: "" }; // for a text field that is not there yet

export function watchComposer() {
  on("view", drawComposer);
  // With the first message, or when the last one is deleted.
  on("messages", () => currentChat() && isStarted(currentChat()) !== Boolean(field()) && drawComposer());
  new ResizeObserver(grow).observe($("composer"));
  on("draft", drawDraft);
  on("compose", fill);
}

function drawComposer() {
  const chat = currentChat();
  if (!chat) return;
  if (!isStarted(chat)) return drawStart(chat);
  const words = field() ? written(chat) : kept.chat === chat.key ? kept.words : "";
  if (field()?.dataset.chat !== chat.key) dropDraft();
  const had = document.activeElement?.id;
  const form = el(
    "form",
    { id: "form" },
    hasBot(chat) && menuButton(chat),
    el("textarea", {
      id: "field",
      rows: 1,
      placeholder: t("write"),
      "aria-label": t("write-to", { chat: titleOf(chat) }),
      "aria-autocomplete": "list",
      "data-chat": chat.key,
      value: words,
      oninput: typed,
      onkeydown: pressed,
    }),
    el("button", { type: "submit", id: "send", class: "round", "aria-label": t("send"), title: t("send") }, icon("send")),
  );
  form.onsubmit = (event) => {
    event.preventDefault();
    send();
  };
  $("composer").replaceChildren(el("div", { id: "draft" }), form);
  if (had === "field") field().focus();
  drawDraft();
  grow();
}

const written = (chat) => (field()?.dataset.chat === chat.key ? field().value : "");

function drawStart(chat) {
  closeSuggestions();
  if (field()) kept = { chat: chat.key, words: written(chat) };
  const code = currentPerson().language_code;
  const start = { type: "button", class: "start", lang: code, onclick: () => act({ do: "open", account: store.bot.id }) };
  $("composer").replaceChildren(el("button", start, wordFor(code, "start-chat")));
}

/** As in Telegram: in private a button that says so, in a group a slash. */
function menuButton(chat) {
  const made = { type: "button", id: "menu", "aria-haspopup": "listbox", onclick: openMenu };
  if (chat.type === "private") return el("button", made, icon("menu"), el("span", {}, t("menu")));
  return el("button", { ...made, class: "slash", "aria-label": t("commands"), title: t("commands") }, "/");
}

function typed() {
  grow();
  suggestFor(field().value);
}

function pressed(event) {
  if (handleKey(event)) return;
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    send();
  } else if (event.key === "Escape") {
    if (draft.editing) field().value = "";
    dropDraft();
  }
}

function fill(words) {
  if (!field()) {
    kept = { chat: store.chat, words };
    return;
  }
  field().value = words;
  field().focus();
  typed();
}

/** As high as its text; while the chat is hidden, on a phone, that is not known. */
function grow() {
  if (!field()?.offsetParent) return;
  field().style.height = "auto";
  field().style.height = `${Math.min(field().scrollHeight, 160)}px`;
}

async function send() {
  const text = field().value;
  if (!text.trim()) return;
  const place = { chat: store.chat };
  const action = draft.editing
    ? { do: "edit", ...place, message: draft.editing.message_id, text }
    : { do: "say", ...place, text, topic: store.topic, reply_to: draft.replyTo?.message_id, quote: draft.quote };
  // Before the server answers, so that what is typed next is not lost.
  const before = { ...draft };
  field().value = "";
  dropDraft();
  closeSuggestions();
  grow();
  if (!(await act(action)) && !field().value) {
    Object.assign(draft, before);
    compose(text);
    drawDraft();
  }
}

function drawDraft() {
  const box = $("draft");
  if (!box) return;
  const message = draft.editing ?? draft.replyTo;
  if (!message) {
    box.replaceChildren();
    return;
  }
  const label = draft.editing ? t("editing") : t("replying-to", { name: message.from.first_name });
  const cancel = el("button", { type: "button", class: "round", "aria-label": t("cancel"), title: t("cancel") }, icon("close"));
  cancel.onclick = () => {
    if (draft.editing) field().value = "";
    dropDraft();
    field().focus();
  };
  box.replaceChildren(
    icon(draft.editing ? "edit" : draft.quote ? "quote" : "reply"),
    el("p", {}, el("strong", {}, label), el("span", {}, draft.quote ?? message.text)),
    cancel,
  );
  // On a phone that would bring up the keyboard over what one wants to read.
  if (matchMedia("(hover: hover)").matches) field().focus();
}
