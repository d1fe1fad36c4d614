"""Why an answer is as it is, as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.messages.formatting import shorten
from bot.messages.texts import Texts
from retrieval import Attribution, ExplainedPassage, Explanation, QuestionExplanation, Quote, SubjectWord
from retrieval.attribution.rules import rule_summary
from retrieval.scoring.decision.windows import ReadWindow

_WIDTH = 20
_PARTS = " ▏▎▍▌▋▊▉█"
_LONGEST_SENTENCE = 60
_INDENT = "  "

Row = tuple[str, float, str]  # what, how much of it (0 to 1), and what to say of that


def explanation_text(explanation: Explanation, texts: Texts) -> str:
    """The explanation in the language of the texts; every block under a heading, shares as bars and in percent."""
    lines: list[str] = []
    for reasons in explanation.reasons:
        if len(explanation.reasons) > 1:
            lines += ["", texts("explain-question", question=reasons.text)]
        lines += _reasons(reasons, texts)
    for number, quote in enumerate(explanation.answer.quotes, 1):
        lines += ["", *_quote(number, quote, texts)]
    return "\n".join(lines).strip("\n")


def bar(share: float) -> str:
    """A bar of up to 20 characters, drawn in eighths of one; `share` is cut to 0 to 1."""
    eighths = round(min(max(share, 0.0), 1.0) * _WIDTH * 8)
    return ("█" * (eighths // 8) + _PARTS[eighths % 8]).rstrip()


def _reasons(reasons: QuestionExplanation, texts: Texts) -> Iterator[str]:
    if not reasons.words:
        yield from ("", texts("explain-no-words"))
        return
    yield from ("", texts("explain-words"), *_table(list(_words(reasons.words, texts))))
    if not reasons.passages:
        yield from ("", texts("explain-no-passages"))
        return
    yield from ("", texts("explain-passages"), *_table(list(_passages(reasons.passages, texts))))
    if reasons.decision.windows:
        yield from ("", texts("explain-reading"), *_table(list(_windows(reasons.decision.windows, texts))))
    yield from ("", texts("explain-decision"), *_decision(reasons, texts))


def _words(words: Sequence[SubjectWord], texts: Texts) -> Iterator[Row]:
    for word in words:
        where = "in-sentence" if word.is_in_sentence else "in-article" if word.is_in_article else "missing"
        yield word.written, word.in_sentence, texts(f"explain-{where}")


def _passages(passages: Sequence[ExplainedPassage], texts: Texts) -> Iterator[Row]:
    several = len({passage.article.slug for passage in passages}) > 1
    key = "explain-passage-of" if several else "explain-passage"
    best = max(passage.score for passage in passages)
    for passage in passages:
        sentence = passage.article.text[passage.sentence.start : passage.sentence.end]
        shown = shorten(" ".join(sentence.split()), _LONGEST_SENTENCE)
        place = texts(key, paragraph=str(passage.paragraph.number), article=passage.article.slug)
        yield place, max(0.0, passage.score / best) if best > 0 else 0.0, shown  # a score may be below 0


def _windows(windows: Sequence[ReadWindow], texts: Texts) -> Iterator[Row]:
    for window in windows:
        place = texts("explain-passage", paragraph=str(window.sentences[0].passage.paragraph_number))
        answer = " ".join(window.answer.split())
        note = texts("explain-read-answer", answer=shorten(answer, _LONGEST_SENTENCE)) if answer else ""
        yield place, window.likelihood, note or texts("explain-read-nothing")


def _decision(reasons: QuestionExplanation, texts: Texts) -> Iterator[str]:
    signals, borders, decision = reasons.signals, reasons.borders, reasons.decision
    if signals is None or borders is None:
        return
    rows = [
        (texts(f"explain-signal-{name.replace('_', '-')}"), value, "")
        for name in _SIGNALS
        if (value := getattr(signals, name)) is not None
    ]
    yield from _table([*rows, (texts("explain-line"), reasons.likelihood, "")])
    for doubt in decision.doubts:
        yield _INDENT + texts(f"explain-doubt-{doubt.value.replace(' ', '-')}")
    lines = {"answer": _percent(borders.answer), "nearest": _percent(borders.none)}
    yield _INDENT + texts(f"explain-verdict-{decision.verdict}", **lines)


_SIGNALS = ("sentence", "passage", "sentence_words", "passage_words")


def _quote(number: int, quote: Quote, texts: Texts) -> Iterator[str]:
    places = ", ".join(f"{start}-{end}" for start, end in quote.spans)
    yield texts("explain-quote", number=number, paragraph=str(quote.paragraph.number), places=places)
    if not quote.attributions:
        yield _INDENT + texts("explain-own-voice")
    for attribution in quote.attributions:
        speaker = attribution.speaker or texts("explain-nobody")
        yield f"{_INDENT}{speaker} ({texts(f'explain-{attribution.confidence}')})"
        yield _INDENT * 2 + _rule(attribution, texts)


def _rule(attribution: Attribution, texts: Texts) -> str:
    summary = rule_summary(attribution.rule)
    if attribution.cue:
        return texts("explain-cue", rule=attribution.rule, cue=attribution.cue, summary=summary)
    return texts("explain-rule", rule=attribution.rule, summary=summary)


def _table(rows: Sequence[Row]) -> Iterator[str]:
    widest = max(len(what) for what, _, _ in rows)
    for what, share, note in rows:
        yield f"{_INDENT}{what:<{widest}}  {bar(share):<{_WIDTH}} {_percent(share):>3} %  {note}".rstrip()


def _percent(share: float) -> int:
    return round(share * 100)
