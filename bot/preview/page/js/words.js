// The page's own words, in German and English.

import { ENGLISH } from "./words_en.js";
import { GERMAN } from "./words_de.js";
import { preference, prefer } from "./preferences.js";
import { tell } from "./store.js";

const LANGUAGES = { de: GERMAN, en: ENGLISH };
let language = preference("language") ?? (navigator.language.startsWith("de") ? "de" : "en");
document.documentElement.lang = language;

/** The text with this key; {name} in it is replaced. */
export function t(key, values = {}) {
  const text = LANGUAGES[language][key];
  if (text === undefined) throw new Error(`no text "${key}" in ${language}`);
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

export const currentLanguage = () => language;

export function switchLanguage() {
  language = language === "de" ? "en" : "de";
  document.documentElement.lang = language;
  prefer("language", language);
  tell("chats");
  tell("view");
  tell("process");
}
