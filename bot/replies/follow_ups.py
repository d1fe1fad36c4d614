"""The reply to a message that asks on about a quote without naming a subject: who says it, what else, why, when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import reduce

from bot.callback.quote_references import References, asked_in, followed_by, refer
from bot.incoming.message_view import Standing
from bot.messages.formatting import Formatted, inert, join, plain
from bot.messages.reply import Outcome, Reply
from bot.messages.texts import Texts
from bot.replies.quotes.quotations import language_note, quoted
from bot.replies.quotes.quote_view import quote_buttons
from bot.replies.quotes.sources import has_own_voice, linked_title, place_in_article, speaker_name
from bot.replies.voices import next_voice_reply
from retrieval import Answer, Attribution, Confidence, Leaning, Quote, Retriever, Verdict

# As many more quotes are looked at for one that was not shown yet.
_MOST = 20

_NOT_TOLD = {
    Leaning.MORE: "no-more",
    Leaning.ONWARD: "no-more",
    Leaning.REASON: "no-reason",
}


def follow_up_reply(answer: Answer, standing: Standing, retriever: Retriever, texts: Texts, *, brief: bool) -> Reply:
    """What the article says to it, above the quote that says so; or that it does not. `brief`: without more."""
    if answer.leaning is Leaning.SOURCE:
        return _source(answer, standing.quote, texts)
    if answer.leaning is Leaning.MORE:
        return _more(answer, standing, retriever, texts)
    if answer.found:
        around = answer.leaning in (Leaning.AROUND, Leaning.ONWARD)
        return _with_quote(texts("around") if around else "", answer.quotes, answer.language, texts)
    told = texts(_NOT_TOLD.get(answer.leaning or Leaning.AROUND, "not-around"))
    if brief or not answer.quotes:
        return Reply(plain(told), outcome=Outcome(Verdict.NONE, texts.language))
    return _with_quote(f"{told} {texts('nearest')}", answer.quotes, answer.language, texts, Verdict.NEAREST)


def _with_quote(
    heading: Formatted | str,
    quotes: tuple[Quote, ...],
    asked: str,
    texts: Texts,
    verdict: Verdict = Verdict.ANSWER,
) -> Reply:
    text = join("\n", [heading, quoted(quotes[:1], asked, texts)])
    buttons = quote_buttons(quotes[0], refer(quotes, asked=asked), texts)
    return Reply(text, buttons, outcome=Outcome(verdict, texts.language))


def _source(answer: Answer, quote: Quote, texts: Texts) -> Reply:
    """Who says the quote, and the sentence in which that stands."""
    found = Outcome(Verdict.ANSWER, texts.language)
    named = dict.fromkeys(filter(None, (_named(said, texts) for said in quote.attributions)))
    if not named:
        told = texts("says-unnamed" if quote.attributions else "says-article")
        if answer.quotes:
            return _with_quote(told, answer.quotes, answer.language, texts)
        place = texts.formatted("source-line", title=linked_title(quote.article, texts), **place_in_article(quote))
        return Reply(join("\n", [told, place]), outcome=found)
    told = texts("says", speakers=_listed(named, texts))
    if has_own_voice(quote):
        told += " " + texts("says-rest")
    return _with_quote(inert(told), answer.quotes or (quote,), answer.language, texts)


def _named(said: Attribution, texts: Texts) -> str:
    if said.speaker is None:
        return ""
    name = speaker_name(said.speaker)
    return texts("says-probably", speaker=name) if said.confidence is Confidence.WEAK else name


def _listed(names: Iterable[str], texts: Texts) -> str:
    return reduce(lambda said, voice: texts("voices-and", voices=said, voice=voice), names)


def _more(answer: Answer, standing: Standing, retriever: Retriever, texts: Texts) -> Reply:
    """The quote behind the one replied to; one that was not shown yet, when that was the last."""
    nothing = Reply(plain(texts("no-more")), outcome=Outcome(Verdict.NONE, texts.language))
    if standing.is_voice:
        passage = next_voice_reply(standing.quote, retriever.articles, texts)
        return _noted(passage, standing.quote, answer.language, texts) if passage else nothing
    seen = standing.references or refer([standing.quote])
    shown = max(seen.shown, 1) if seen.paired else seen.shown
    for number in range(shown + 1, len(seen.quotes)):
        turned = replace(seen, shown=number)
        listed = turned.quote(retriever.articles)
        # The last of a list may have none of the words that were asked for: that is not more of it.
        if listed and (listed.highlights or not seen.words):
            return _listed_quote(listed, turned, standing.quote, answer.language, texts)
    others = retriever.answer(answer.question, max_quotes=_MOST, about=standing.quote).quotes
    fresh = [quote for quote in others if not seen.has(quote)]
    if not fresh:
        return nothing
    return _listed_quote(fresh[0], followed_by(seen, fresh[0]), standing.quote, answer.language, texts)


def _listed_quote(quote: Quote, references: References, before: Quote, asked: str, texts: Texts) -> Reply:
    """One of the quotes that the references are to, `before` among them."""
    foreign = references.asked or any(each.article.language != asked for each in (before, quote))
    known = asked_in(references, asked) if foreign else references
    return Reply(
        quoted([quote], asked, texts),
        quote_buttons(quote, known, texts),
        outcome=Outcome(Verdict.ANSWER, texts.language),
    )


def _noted(passage: Reply, quote: Quote, asked: str, texts: Texts) -> Reply:
    """The passage of a voice that the quote is another one of, with the note on its language."""
    return replace(passage, text=join("\n", [passage.text, language_note([quote], asked, texts)]))
