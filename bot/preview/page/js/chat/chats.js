// The list of chats, as whom one writes in them, and the card that tells how the bot is.

import { $, el } from "../dom.js";
import { picture, time } from "./bubble.js";
import { post } from "../server.js";
import { kindOf, messagesOf, on, openChat, ownChats, speakAs, store, titleOf, unread } from "../store.js";
import { switchTheme, drawThemeSwitch } from "../theme.js";
import { currentLanguage, switchLanguage, t } from "../words/words.js";

const LOGGED = /^\d{4}-\d\d-\d\d /;

export function watchChats() {
  $("language").onclick = switchLanguage;
  $("theme").onclick = switchTheme;
  on("chats view messages", drawList);
  on("view", drawSpeaker);
  on("process view", drawProcess);
  on("view", () => {
    $("language").textContent = t("language-switch");
    $("language").lang = t("language-switch") === "English" ? "en" : "de";
    $("chats").setAttribute("aria-label", t("chats"));
    document.body.dataset.drop = t("drop-here");
    drawThemeSwitch();
  });
}

function drawList() {
  if (!store.bot) return;
  const had = document.activeElement?.closest?.("#chat-list button")?.dataset.key;
  $("chat-list").replaceChildren(...ownChats().map((chat) => el("li", {}, entry(chat))));
  if (had) $("chat-list").querySelector(`[data-key="${CSS.escape(had)}"]`)?.focus();
}

function entry(chat) {
  const newest = [...messagesOf(chat.key).values()].findLast((message) => message.text);
  const count = unread(chat.key);
  const made = el(
    "button",
    { type: "button", class: "entry", "data-key": chat.key, "aria-current": chat.key === store.chat && "true" },
    picture(chat),
    el(
      "span",
      { class: "what" },
      el("span", { class: "title" }, titleOf(chat)),
      el("span", { class: "kind" }, t(`kind-${kindOf(chat)}`, { bot: store.bot.username })),
      newest && el("span", { class: "newest" }, newest.text.replaceAll("\n", " ")),
    ),
    el(
      "span",
      { class: "side" },
      newest && el("span", { class: "when" }, time(newest.date)),
      count > 0 &&
        el("span", { class: "count" }, String(count), el("span", { class: "unseen" }, ` ${t("unread", { count })}`)),
    ),
  );
  made.onclick = () => {
    openChat(chat.key);
    document.body.dataset.shows = "chat";
  };
  return made;
}

/** Each person has chats of their own, and a Telegram in their language. */
function drawSpeaker() {
  const languages = new Intl.DisplayNames([currentLanguage()], { type: "language" });
  const options = [...store.people.values()].map((person) =>
    el("option", { value: person.id, selected: person.id === store.person }, `${person.first_name} (${languages.of(person.language_code)})`),
  );
  const had = document.activeElement?.id === "speak-as";
  const select = el("select", { id: "speak-as", onchange: () => speakAs(Number(select.value)) }, options);
  $("speaker").replaceChildren(el("label", { class: "speak-as" }, t("speak-as"), select));
  if (had) select.focus();
}

function drawProcess() {
  const { state, is_telegram_there: isThere } = store.process;
  if (!store.isConnected && store.bot) {
    $("process").className = "failed";
    $("process").replaceChildren(
      el("p", { class: "state" }, t("page-disconnected")),
      el("p", { class: "more" }, t("page-disconnected-help")),
    );
    return;
  }
  const runs = state === "running" || state === "starting";
  const button = (label, what) =>
    el("button", { type: "button", class: "plain", onclick: () => post("process", { do: what }) }, t(label));
  $("process").className = state;
  $("process").setAttribute("aria-label", t("bot"));
  $("process").replaceChildren(
    el("p", { class: "state", role: "status" }, t(`process-${state}`)),
    ...present(
      state === "failed" && el("p", { class: "more" }, t("failed-because"), el("code", { lang: "en" }, lastSentence())),
      !isThere && el("p", { class: "more" }, t("telegram-cut")),
      runs && store.warning && el("p", { class: "more warning", role: "alert" }, `${t("log")}: `, el("span", { lang: "en" }, store.warning.words)),
    ),
    el("p", { class: "buttons" }, runs ? [button("restart", "restart"), button("stop", "stop")] : button("start", "start")),
  );
}

const present = (...nodes) => nodes.filter(Boolean);

/** What the bot said when it ended: the lines after its last line of log, or else that. */
function lastSentence() {
  const texts = store.lines.map((line) => line.text);
  const ended = texts.slice(texts.findLastIndex((text) => LOGGED.test(text)) + 1);
  return (ended.length ? ended : texts).slice(-3).join("\n");
}
