// What is offered while somebody writes: commands, the bot's name, and the results of inline mode.

import { $, el } from "../dom.js";
import { avatar } from "./bubble.js";
import { compose } from "./draft.js";
import { menuFor } from "./command_menu.js";
import { act } from "../server.js";
import { currentChat, currentPerson, hasBot, openChat, store } from "../store.js";
import { t } from "../words/words.js";

const PAUSE = 250; // milliseconds without a letter, after which a client asks the bot
let options = []; // of what is listed: how it is drawn, and what choosing and completing it does
let chosen = -1;
let timer = null;
let asked = 0;

/** Offers what fits the text so far. */
export function suggestFor(text) {
  clearTimeout(timer);
  asked += 1;
  const inline = text.match(new RegExp(`^@${store.bot.username}\\s(.*)$`, "is"));
  // Where the bot can be spoken to by its name, so it is: the list of results is there all the same, as in Telegram.
  if (inline) timer = setTimeout(() => askInline(inline[1], asked), PAUSE);
  else if (/^\/\w*$/.test(text)) show(commands(text.slice(1)));
  else if (/(^|\s)@\w*$/.test(text)) show(names(text));
  else closeSuggestions();
}

export function openMenu() {
  if (options.length) return closeSuggestions();
  show(commands(""));
  $("field").focus();
}

/** Whether the key was meant for the list. */
export function handleKey(event) {
  if (!options.length) return false;
  const moves = { ArrowDown: 1, ArrowUp: -1 };
  if (event.key in moves) mark((chosen + moves[event.key] + options.length) % options.length);
  else if (event.key === "Escape") closeSuggestions();
  else if (event.key === "Enter" && chosen >= 0) options[chosen].choose();
  else if (event.key === "Tab" && options[Math.max(chosen, 0)].complete) options[Math.max(chosen, 0)].complete();
  else return false;
  event.preventDefault();
  return true;
}

export function closeSuggestions() {
  // What was asked before is no longer wanted, be the answer on its way.
  clearTimeout(timer);
  asked += 1;
  options = [];
  chosen = -1;
  $("suggestions").replaceChildren();
  for (const name of ["aria-activedescendant", "aria-controls"]) $("field")?.removeAttribute(name);
}

function show(list, above = null) {
  options = list;
  chosen = -1;
  const items = list.map((option, place) => {
    const made = el("div", { role: "option", id: `option-${place}`, "aria-selected": "false" }, option.content);
    // Not "click": the text field would lose the focus first.
    made.onmousedown = (event) => event.preventDefault();
    made.onclick = option.choose;
    return made;
  });
  if (!list.length && !above) return closeSuggestions();
  const box = items.length > 0 && el("div", { role: "listbox", id: "options", "aria-label": t("suggestions", { count: list.length }) }, items);
  const count = el("p", { class: "unseen", role: "status" }, t("suggestions", { count: list.length }));
  $("suggestions").replaceChildren(...[above, box, count].filter(Boolean));
  $("field").removeAttribute("aria-activedescendant");
  if (box) $("field").setAttribute("aria-controls", "options");
}

function mark(place) {
  chosen = place;
  const items = [...$("options").children];
  items.forEach((one, number) => one.setAttribute("aria-selected", String(number === place)));
  items[place].scrollIntoView({ block: "nearest" });
  $("field").setAttribute("aria-activedescendant", items[place].id);
}

function commands(begin) {
  const chat = currentChat();
  if (!hasBot(chat)) return [];
  // In a group a client names the bot that a command from the menu is meant for.
  const suffix = chat.type === "private" ? "" : `@${store.bot.username}`;
  const lines = menuFor(store.bot.menus, chat, currentPerson()).filter(([name]) => name.startsWith(begin.toLowerCase()));
  return lines.map(([name, description]) => ({
    content: [el("span", { class: "command" }, `/${name}`), el("span", { class: "description" }, description)],
    complete: () => compose(`/${name}${suffix} `),
    choose: () => {
      compose("");
      act({ do: "say", chat: chat.key, text: `/${name}${suffix}`, topic: store.topic });
    },
  }));
}

function names(text) {
  const begin = text.match(/@(\w*)$/)[1].toLowerCase();
  const people = [...store.people.values()].filter((person) => person.id !== store.person);
  return [store.bot, ...people]
    .filter((user) => user.username?.toLowerCase().startsWith(begin))
    .map((user) => {
      const complete = () => compose(text.replace(/@\w*$/, `@${user.username} `));
      const content = [avatar(user), el("span", { class: "command" }, user.first_name), el("span", { class: "description" }, `@${user.username}`)];
      return { content, choose: complete, complete };
    });
}

async function askInline(words, number) {
  const chat = currentChat();
  const waiting = setTimeout(() => number === asked && show([], el("p", { class: "above" }, t("searching"))), 400);
  const answer = await act({ do: "ask_inline", account: store.bot.id, chat: chat.key, text: words.slice(0, 256) });
  clearTimeout(waiting);
  if (number !== asked || !answer) return;
  if (!answer.is_answered) return show([], el("p", { class: "above" }, t("no-answer")));
  const list = answer.results.map((result) => ({
    content: [el("span", { class: "result" }, el("span", { class: "command" }, result.title), el("span", { class: "description" }, result.description))],
    choose: () => send(answer, result, chat),
  }));
  show(list, aboveResults(answer));
}

function aboveResults(answer) {
  if (!answer.button) return answer.results.length ? null : el("p", { class: "above" }, t("no-results"));
  const button = el("button", { type: "button", class: "above" }, answer.button);
  button.onclick = async () => {
    const opened = await act({ do: "press", list: answer.list });
    if (opened) openChat(opened.chat);
  };
  return button;
}

async function send(answer, result, chat) {
  compose("");
  closeSuggestions();
  await act({ do: "choose", list: answer.list, result: result.id, chat: chat.key, topic: store.topic });
}
