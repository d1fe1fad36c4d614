// What the person has chosen, kept in this browser where it allows that; and light or dark.

import { $, icon } from "./dom.js";
import { t } from "./words.js";

export function preference(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

export function prefer(name, value) {
  try {
    localStorage.setItem(name, value);
  } catch {
    // Without storage the choice holds until the page is closed.
  }
}

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
