// Making elements. Whatever comes from a chat, an article or a log becomes a text node, never markup.

export function el(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (key === "class") made.className = value;
    else if (key === "value") made.value = value;
    else made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

// Outlines on a field of 24 by 24.
const PATHS = {
  back: "M15 5l-7 7 7 7",
  send: "M4 12L20 4l-5 16-4-7z",
  reply: "M10 6l-6 6 6 6M4 12h10a6 6 0 0 1 6 6v1",
  edit: "M4 20l1-5L16 4l4 4L9 19zM14 6l4 4",
  remove: "M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13",
  why: "M9.200 9.500a2.900 2.900 0 1 1 4.100 2.600c-.9.4-1.300 1-1.300 2v.6M12 17.800v.4",
  close: "M6 6l12 12M18 6L6 18",
  sun: "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v3M12 19v3M2 12h3M19 12h3M5 5l2 2M17 17l2 2M5 19l2-2M17 7l2-2",
  moon: "M20 14a8 8 0 1 1-9-11 6.500 6.500 0 0 0 9 11z",
  panel: "M4 5h16v14H4zM14 5v14",
  menu: "M5 7h14M5 12h14M5 17h14",
  down: "M6 9l6 6 6-6",
  link: "M8 16L17 7M10 7h7v7",
  copy: "M9 9h10v11H9zM5 15V4h10",
  quote: "M5 17c-.8-5 1-9 4-10M14 17c-.8-5 1-9 4-10",
};

export function icon(name) {
  const namespace = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(namespace, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("class", "icon");
  const path = document.createElementNS(namespace, "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}

export const $ = (id) => document.getElementById(id);
