// The buttons below a message.

import { el, icon } from "../dom.js";
import { act, note } from "../server.js";
import { compose } from "./draft.js";
import { store } from "../store.js";
import { t } from "../words/words.js";

export function keyboard(message, chat) {
  const rows = message.reply_markup?.inline_keyboard ?? [];
  if (!rows.length) return null;
  return el(
    "div",
    { class: "keyboard" },
    rows.map((row) => el("div", { class: "row" }, row.map((button) => drawn(button, message, chat)))),
  );
}

function drawn(button, message, chat) {
  if (button.url) {
    const hint = el("span", { class: "unseen" }, ` (${t("opens-page")})`);
    const address = { href: button.url, target: "_blank", rel: "noopener noreferrer", class: "key", title: button.text };
    return el("a", address, el("span", {}, button.text), icon("link"), hint);
  }
  const key = el("button", { type: "button", class: "key", title: button.text }, el("span", {}, button.text));
  if (button.copy_text) key.append(icon("copy"));
  key.onclick = () => press(key, button, message, chat);
  return key;
}

async function press(key, button, message, chat) {
  if (button.copy_text) {
    await navigator.clipboard.writeText(button.copy_text.text);
    note(t("copied"));
  } else if (button.callback_data !== undefined) {
    key.classList.add("waits");
    key.setAttribute("aria-busy", "true");
    const answer = await act({ do: "tap", chat: chat.key, message: message.message_id, label: button.text });
    key.classList.remove("waits");
    key.removeAttribute("aria-busy");
    if (answer && !answer.is_answered) note(t("no-answer"));
    else if (answer?.text) note(answer.text, answer.show_alert ? 10 : 5);
  } else {
    compose(`@${store.bot.username} ${button.switch_inline_query_current_chat ?? button.switch_inline_query ?? ""}`);
  }
}
