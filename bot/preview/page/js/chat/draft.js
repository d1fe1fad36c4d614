// What is being written: the text, what it answers or changes. The text field shows it.

import { tell } from "../store.js";

export const draft = { replyTo: null, quote: null, editing: null };

/** Puts words into the text field, as if typed, in place of what stood there. */
export function compose(words) {
  tell("compose", words);
}

export function replyTo(message, quote = null) {
  Object.assign(draft, { replyTo: message, quote, editing: null });
  tell("draft");
}

export function change(message) {
  Object.assign(draft, { replyTo: null, quote: null, editing: message });
  compose(message.text);
  tell("draft");
}

export function dropDraft() {
  Object.assign(draft, { replyTo: null, quote: null, editing: null });
  tell("draft");
}
