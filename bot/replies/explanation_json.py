"""An explanation as JSON."""

from __future__ import annotations

from typing import Any

from retrieval import Attribution, ExplainedPassage, Explanation, QuestionExplanation, Quote, SubjectWord
from retrieval.attribution.rules import rule_summary
from retrieval.scoring.decision.answerability import Decision
from retrieval.scoring.decision.windows import ReadWindow


def explanation_json(explanation: Explanation) -> dict[str, Any]:
    """Everything the explanation holds beside its answer; `quotes` are in the order of the answer's.

    Shares are from 0 to 1. Offsets count Unicode code points, ends are exclusive: those of words are the message's, all
    others the text's of the article with that slug.
    """
    return {
        "questions": [_reasons(reasons) for reasons in explanation.reasons],
        "quotes": [_quote(quote) for quote in explanation.answer.quotes],
    }


def _reasons(reasons: QuestionExplanation) -> dict[str, Any]:
    return {
        "text": reasons.text,
        "words": [_word(word) for word in reasons.words],
        "passages": [_passage(passage) for passage in reasons.passages],
        "signals": reasons.signals._asdict() if reasons.signals else None,
        "lines": {"answer": reasons.borders.answer, "nearest": reasons.borders.none} if reasons.borders else None,
        "decision": {**_decision(reasons.decision), "likelihood": reasons.likelihood},
    }


def _word(word: SubjectWord) -> dict[str, Any]:
    return {
        "text": word.written,
        "start": word.start,
        "end": word.end,
        "in_sentence": word.in_sentence,
        "in_article": word.in_article,
        "found": "sentence" if word.is_in_sentence else "article" if word.is_in_article else None,
    }


def _passage(passage: ExplainedPassage) -> dict[str, Any]:
    return {
        "article": passage.article.slug,
        "paragraph": passage.paragraph.number,
        "start": passage.start,
        "end": passage.end,
        "score": passage.score,
        "words": passage.words,
        "meaning": passage.meaning,
        "sentence": {"start": passage.sentence.start, "end": passage.sentence.end, "score": passage.sentence_score},
    }


def _decision(decision: Decision) -> dict[str, Any]:
    return {
        "verdict": decision.verdict.value,
        "doubts": [doubt.value for doubt in decision.doubts],
        "windows": [_window(window) for window in decision.windows],
        "by_reading": decision.by_reading,
    }


def _window(window: ReadWindow) -> dict[str, Any]:
    passage = window.sentences[0].passage
    return {
        "article": passage.article.slug,
        "paragraph": passage.paragraph_number,
        "start": window.span.start,
        "end": window.span.end,
        "logit": window.logit,
        "likelihood": window.likelihood,
        "answer": window.answer,
    }


def _quote(quote: Quote) -> dict[str, Any]:
    return {
        "article": quote.article.slug,
        "paragraph": quote.paragraph.number,
        "spans": [list(span) for span in quote.spans],
        "speakers": [_speaker(attribution) for attribution in quote.attributions],
    }


def _speaker(attribution: Attribution) -> dict[str, Any]:
    return {
        "speaker": attribution.speaker,
        "mention": attribution.mention,
        "cue": attribution.cue,
        "confidence": attribution.confidence.value,
        "rule": attribution.rule,
        "recognises": rule_summary(attribution.rule),
        "start": attribution.start,
        "end": attribution.end,
    }
