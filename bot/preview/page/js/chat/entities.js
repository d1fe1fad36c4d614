// A text with entities as DOM nodes. Offsets are in UTF-16 units, as JavaScript's strings are.

import { el, icon } from "../dom.js";
import { t } from "../words/words.js";

const PLAIN = {
  bold: "strong",
  italic: "em",
  underline: "u",
  strikethrough: "s",
  code: "code",
  pre: "pre",
  spoiler: "span",
};
const QUOTES = new Set(["blockquote", "expandable_blockquote"]);
const SAFE_LINK = /^(https?|mailto|tg):/i;

/** The nodes for a text; `onCommand` is called with a command that was tapped. */
export function formatted(text, entities = [], onCommand = () => {}) {
  const ordered = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return within(text, 0, text.length, ordered, onCommand);
}

function within(text, start, end, entities, onCommand) {
  const nodes = [];
  let at = start;
  while (entities.length) {
    const outer = entities.shift();
    const stop = outer.offset + outer.length;
    const inner = [];
    while (entities.length && entities[0].offset < stop) inner.push(entities.shift());
    nodes.push(...plain(text, at, outer.offset, nodes.at(-1), outer));
    const children = within(text, outer.offset, stop, inner, onCommand);
    nodes.push(marked(outer, text.slice(outer.offset, stop), children, onCommand));
    at = stop;
  }
  nodes.push(...plain(text, at, end, nodes.at(-1), null));
  return nodes;
}

/** A stretch of text; the line break beside a quotation is the quotation's own edge, no empty line. */
function plain(text, start, end, before, next) {
  let words = text.slice(start, end);
  if (before?.classList?.contains("quotation") && words.startsWith("\n")) words = words.slice(1);
  if (next && QUOTES.has(next.type) && words.endsWith("\n")) words = words.slice(0, -1);
  return words ? [document.createTextNode(words)] : [];
}

function marked(entity, words, children, onCommand) {
  if (QUOTES.has(entity.type)) return quotation(entity, children);
  if (PLAIN[entity.type]) {
    const spoiler = entity.type === "spoiler";
    return el(PLAIN[entity.type], { class: spoiler && "spoiler", tabindex: spoiler && "0" }, children);
  }
  const address = { text_link: entity.url, url: words, email: `mailto:${words}` }[entity.type];
  if (address) return link(entity.type === "url" && !/^\w+:/.test(address) ? `https://${address}` : address, children);
  if (entity.type === "bot_command") {
    return el("button", { type: "button", class: "in-text", onclick: () => onCommand(words) }, children);
  }
  return el("span", { class: "mention" }, children);
}

function link(address, children) {
  // An address that a browser would run, not open, stays text.
  if (!SAFE_LINK.test(address)) return el("span", {}, children);
  return el("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, children);
}

function quotation(entity, children) {
  const quoted = el("div", { class: "quoted" }, children);
  const block = el("blockquote", { class: "quotation" }, quoted);
  if (entity.type !== "expandable_blockquote") return block;
  const button = el("button", { type: "button", class: "unfold" }, icon("down"));
  const label = (open) => {
    button.setAttribute("aria-expanded", String(open));
    button.setAttribute("aria-label", t(open ? "collapse" : "expand"));
  };
  label(false);
  block.classList.add("expandable");
  block.append(button);
  // A tap anywhere in it, which is then no tap on the message.
  block.onclick = (event) => {
    if (block.classList.contains("short") || event.target.closest("a") || !getSelection().isCollapsed) return;
    event.stopPropagation();
    label(block.classList.toggle("open"));
  };
  // What is shown whole has nothing to unfold.
  new ResizeObserver(() => {
    if (!block.classList.contains("open")) block.classList.toggle("short", quoted.scrollHeight <= quoted.clientHeight + 1);
  }).observe(quoted);
  return block;
}
