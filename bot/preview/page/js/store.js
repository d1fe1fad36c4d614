// What there is, as the server tells it, and what this page looks at. Whoever draws asks to be told of changes.

export const store = {
  bot: null, // the account that this is all about
  people: new Map(),
  chats: new Map(),
  kinds: {},
  samples: [],
  messages: new Map(), // by chat and identifier, in order
  typing: new Map(), // by chat: until when, and in which thread
  read: new Map(), // by chat: the newest message that was on the screen
  faults: [],
  process: { state: "starting", is_telegram_there: true },
  lines: [],
  warning: null, // the bot's latest, while it holds
  person: null, // as whom the page speaks
  chat: null, // the open one's key
  topic: null, // of an open forum; null is General
  isConnected: false,
};

const listeners = new Map();

/** Calls `draw` with the detail whenever `what` has changed: "chats", "messages", "typing", "process", "log", "view". */
export function on(what, draw) {
  for (const name of what.split(" ")) listeners.set(name, [...(listeners.get(name) ?? []), draw]);
}

export function tell(what, detail) {
  for (const draw of listeners.get(what) ?? []) draw(detail);
}

export const currentChat = () => store.chats.get(store.chat);
export const currentPerson = () => store.people.get(store.person);
export const messagesOf = (key) => store.messages.get(key) ?? new Map();
export const kindOf = (chat) => store.kinds[chat.key] ?? "group";

/** Whether the bot is a member of the group; in a private chat it always is. */
export function hasBot(chat) {
  return chat.type === "private" || (chat.members ?? []).some((member) => member.id === store.bot.id);
}

/** Whether somebody has written yet; a private chat begins with the button that starts the bot. */
export const isStarted = (chat) => chat.type !== "private" || messagesOf(chat.key).size > 0;

/** The chats of the person as whom the page speaks. */
export function ownChats() {
  return [...store.chats.values()].filter(
    (chat) => chat.type !== "private" || chat.person === store.person,
  );
}

export const titleOf = (chat) => (chat.type === "private" ? store.bot.first_name : chat.title);

export function openChat(key, topic = null) {
  store.chat = key;
  store.topic = topic;
  markRead();
  tell("view");
}

/** Speak as somebody else; their private chat takes the place of the one that is open. */
export function speakAs(person) {
  const open = currentChat();
  store.person = person;
  if (open?.type === "private") store.chat = privateChatOf(person).key;
  markRead();
  tell("view");
}

/** Until somebody has written, whose Telegram is in this language: their start screen is all in the page's language. */
export function speakLanguage(code) {
  const open = currentChat();
  if (open && isStarted(open)) return;
  const people = [...store.people.values()];
  if (store.people.get(store.person)?.language_code !== code) store.person = (people.find((one) => one.language_code === code) ?? people[0]).id;
  store.chat = privateChatOf(store.person).key;
}

const privateChatOf = (person) => [...store.chats.values()].find((chat) => chat.type === "private" && chat.person === person);

export function markRead() {
  const newest = [...messagesOf(store.chat).keys()].at(-1) ?? 0;
  store.read.set(store.chat, newest);
}

export function unread(key) {
  const from = store.read.get(key) ?? 0;
  return [...messagesOf(key).values()].filter((one) => one.message_id > from && one.from?.id !== store.person).length;
}
