// Light or dark: as the person has chosen, else as their system is.

import { $, icon } from "./dom.js";
import { prefer, preference } from "./preferences.js";
import { t } from "./words/words.js";

const isDark = () => {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
};

export function drawThemeSwitch() {
  const chosen = preference("theme");
  if (chosen) document.documentElement.dataset.theme = chosen;
  const button = $("theme");
  button.replaceChildren(icon(isDark() ? "sun" : "moon"));
  button.setAttribute("aria-label", t(isDark() ? "to-light" : "to-dark"));
  button.title = t(isDark() ? "to-light" : "to-dark");
}

export function switchTheme() {
  const theme = isDark() ? "light" : "dark";
  document.documentElement.dataset.theme = theme;
  prefer("theme", theme);
  drawThemeSwitch();
}
