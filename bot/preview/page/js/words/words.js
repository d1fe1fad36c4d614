// The page's own words, in German and English.

import { ENGLISH } from "./en.js";
import { GERMAN } from "./de.js";
import { germanError } from "./errors.js";
import { ENGLISH_RULES, GERMAN_RULES } from "./rules.js";
import { preference, prefer } from "../preferences.js";
import { speakLanguage, tell } from "../store.js";

const LANGUAGES = { de: { ...GERMAN, ...GERMAN_RULES }, en: { ...ENGLISH, ...ENGLISH_RULES } };
let language = preference("language") ?? (navigator.language.startsWith("de") ? "de" : "en");
document.documentElement.lang = language;

/** The text with this key; {name} in it is replaced. */
export function t(key, values = {}) {
  const text = LANGUAGES[language][key];
  if (text === undefined) throw new Error(`no text "${key}" in ${language}`);
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

/** The text with this key in another language than the page's, or else in English, as Telegram has it. */
export const wordFor = (code, key) => (LANGUAGES[code] ?? ENGLISH)[key];

/** What the server says, which is English, in the page's language. */
export const errorText = (error) => (language === "de" ? germanError(error) : error);

export const hasWord = (key) => key in LANGUAGES[language];

export const currentLanguage = () => language;

export function switchLanguage() {
  language = language === "de" ? "en" : "de";
  document.documentElement.lang = language;
  prefer("language", language);
  speakLanguage(language);
  tell("chats");
  tell("view");
  tell("process");
}
