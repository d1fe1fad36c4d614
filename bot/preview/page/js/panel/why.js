// Why this quote? Words, passages, the decision, who says it, and the article with the quote lit up in it.

import { $, el } from "../dom.js";
import { post } from "../server.js";
import { on, tell } from "../store.js";
import { hasWord, t } from "../words/words.js";

let shown = null; // what the server explained last
let asked = 0;
let isWaiting = false;
const percent = (share) => `${Math.round(share * 100)} %`;

export function watchWhy() {
  on("why", async ({ chat, message }) => {
    const number = ++asked;
    isWaiting = true;
    tell("panel", "why"); // at once: the first time takes seconds
    const explained = await post("why", { chat: chat.key, message: message.message_id });
    if (number !== asked) return;
    [shown, isWaiting] = [explained, false];
    if ($("tab-why")?.getAttribute("aria-selected") === "true") drawWhy($("tab-panel"));
  });
}

export function drawWhy(place) {
  if (isWaiting) return place.replaceChildren(el("p", { class: "hint", role: "status" }, t("why-wait")));
  if (!shown) return place.replaceChildren(el("p", { class: "hint" }, t("why-how")));
  if (!shown.question) return place.replaceChildren(el("p", { class: "hint" }, t("why-none")));
  const { answer, reasons, articles } = shown;
  const quote = answer.quotes[shown.shown];
  place.replaceChildren(
    el("p", { class: "asked" }, shown.question),
    ...reasons.questions.flatMap((question) => ofQuestion(question, reasons, articles)),
    ...answer.unsupported.map((part) => el("p", { class: "doubt" }, unsupported(part, answer, articles))),
    ...(quote ? [...speakers(reasons.quotes[shown.shown]), ...article(quote, articles[quote.article.slug])] : []),
  );
  place.scrollTop = 0;
  const mark = place.querySelector("mark");
  if (mark) place.querySelector(".article").scrollTop = mark.offsetTop - 40;
}

function ofQuestion({ text, words, passages, decision, lines }, { questions }, articles) {
  const best = Math.max(...passages.map((passage) => passage.score));
  return [
    questions.length > 1 && el("p", { class: "asked" }, text),
    el("h3", {}, t("why-words")),
    el("ul", { class: "bars" }, words.map(wordRow)),
    passages.length > 0 && el("h3", {}, t("why-passages")),
    el("ul", { class: "bars" }, passages.slice(0, 5).map((passage) => passageRow(passage, best, articles))),
    decision.windows.length > 0 && el("h3", {}, t("why-reading")),
    el("ul", { class: "bars" }, decision.windows.map((window) => windowRow(window, articles))),
    lines && el("h3", {}, t("why-decision")),
    ...(lines ? verdict(decision, lines) : []),
  ].filter(Boolean);
}

function wordRow(word) {
  const state = { sentence: "sentence", article: "elsewhere" }[word.found] ?? "missing";
  return row(word.text, word.in_sentence, t(`why-${state}`), state);
}

function passageRow({ article, paragraph, sentence, score }, best, articles) {
  const several = Object.keys(articles).length > 1;
  const label = t("why-paragraph", { paragraph }) + (several ? ` · ${articles[article].title}` : "");
  return row(label, best > 0 ? Math.max(0, score / best) : 0, slice(articles[article].text, sentence.start, sentence.end), "passage");
}

/** What reads says of a window: how likely it answers, and with which words. */
function windowRow({ article, paragraph, likelihood, answer, start, end }, articles) {
  const note = answer ? t("why-read-answer", { answer }) : slice(articles[article].text, start, end);
  return row(t("why-paragraph", { paragraph }), likelihood, note, "passage");
}

/** A label, a bar with its figure, and a note. */
function row(label, share, note, kind) {
  const bar = el("span", { class: "bar-fill" });
  bar.style.width = `${100 * Math.min(Math.max(share, 0), 1)}%`;
  return el(
    "li",
    { class: kind },
    el("span", { class: "label" }, label),
    el("span", { class: "figure" }, percent(share)),
    el("span", { class: "bar-ground", "aria-hidden": "true" }, bar),
    el("span", { class: "note" }, note),
  );
}

/** How likely the article answers, on a bar with the line that an answer has to reach. */
function verdict(decision, lines) {
  const bar = row(t("why-likelihood"), decision.likelihood, t("why-line", { line: percent(lines.answer) }), "decision");
  const mark = el("span", { class: "refusal-line" });
  mark.style.left = `${100 * lines.answer}%`;
  bar.querySelector(".bar-ground").append(mark);
  const doubts = decision.doubts.map((doubt) => el("p", { class: "doubt" }, t(`why-doubt-${doubt.replaceAll(" ", "-")}`)));
  const outcome = el("p", { class: "outcome" }, t(`why-verdict-${decision.verdict}`));
  return [el("ul", { class: "bars" }, bar), ...doubts, outcome];
}

/** What of the question the article does not say, and what it says instead. */
function unsupported({ text, instead, absent }, { quotes }, articles) {
  if (!instead) return t(absent ? "why-absent" : "why-unsupported", { text });
  return t("why-instead", { text, instead: slice(articles[quotes[0].article.slug].text, ...instead) });
}

function speakers({ speakers: all }) {
  const rows = all.map((one) =>
    el(
      "li",
      {},
      el("strong", {}, one.speaker ?? t("why-nobody")),
      ` (${t(`why-${one.confidence}`)})`,
      el("span", { class: "note" }, present(hasWord(`rule-${one.rule}`) && t(`rule-${one.rule}`), one.cue && t("why-cue", { cue: one.cue })).join(" · ")),
    ),
  );
  return [el("h3", {}, t("why-speaker")), rows.length ? el("ul", { class: "speakers" }, rows) : el("p", {}, t("why-own-voice"))];
}

const present = (...texts) => texts.filter(Boolean);

function article(quote, { title, text }) {
  const nodes = [];
  let at = 0;
  for (const [start, end] of quote.spans) {
    nodes.push(slice(text, at, start), el("mark", {}, lit(text, start, end, quote.highlights)));
    at = end;
  }
  nodes.push(slice(text, at));
  const attributes = { class: "article", tabindex: "0", role: "region", "aria-label": title, lang: quote.article.language };
  return [el("h3", {}, t("why-article")), el("p", { class: "asked" }, title), el("div", attributes, nodes)];
}

function lit(text, start, end, highlights) {
  const nodes = [];
  let at = start;
  for (const [from, to] of highlights.filter(([from, to]) => start <= from && to <= end)) {
    nodes.push(slice(text, at, from), el("strong", {}, slice(text, from, to)));
    at = to;
  }
  return [...nodes, slice(text, at, end)];
}

/** The server counts code points, JavaScript UTF-16 units. */
const slice = (text, start, end) => [...text].slice(start, end).join("");
