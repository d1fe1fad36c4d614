"""Files in the format of SQuAD 1.1 (Rajpurkar et al. 2016), which XQuAD and GermanQuAD share, and of SQuAD 2.0.

Beyond that a file may tell its `language`, and a question `elsewhere` (answers in other paragraphs of its article, with
their numbers from 0) and `passage_unknown` (which paragraph answers was not noted).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import accumulate
from typing import Any

from content import Article
from retrieval.base.errors import InvalidBenchmark
from retrieval.base.spans import Span
from retrieval.evaluation.sets.question_sets import GoldArticle, GoldQuestion, QuestionSet

_SEPARATOR = "\n\n"

# What JSON was read into.
Json = Mapping[str, Any]


def squad_set(name: str, read: Json, language: str, asked: Mapping[str, str] | None = None) -> QuestionSet:
    """The articles of a file, in order, each context being one paragraph.

    `language` is that of the articles, where the file does not tell. `asked` are the same questions in another one, by
    their ids: they are asked instead.

    Raises:
        InvalidBenchmark: a question is not among `asked`.
        KeyError, TypeError, AttributeError, ValueError: it is not in that format.
    """
    language = read.get("language", language)
    entries = tuple(_article(entry, language, asked) for entry in read["data"])
    return QuestionSet(name, entries, foreign=asked is not None)


def texts_by_id(read: Json) -> dict[str, str]:
    """The questions of a file by their ids."""
    entries = (entry for entry in read["data"])
    asked = (asked for entry in entries for paragraph in entry["paragraphs"] for asked in paragraph["qas"])
    return {str(each["id"]): each["question"] for each in asked}


def _article(entry: Json, language: str, asked: Mapping[str, str] | None) -> GoldArticle:
    # A line feed within a context would not be a paragraph's border, but two would: offsets must not move.
    contexts = [paragraph["context"].replace("\n", " ") for paragraph in entry["paragraphs"]]
    starts = accumulate((len(context) + len(_SEPARATOR) for context in contexts), initial=0)
    places = [Span(start, start + len(context)) for start, context in zip(starts, contexts, strict=False)]
    title = str(entry.get("title", "")).replace("_", " ") or "Untitled"
    return GoldArticle(
        Article.from_text(_SEPARATOR.join(contexts), title=title, language=language),
        tuple(
            _question(each, number, places, asked)
            for number, paragraph in enumerate(entry["paragraphs"])
            for each in paragraph["qas"]
        ),
    )


def _question(each: Json, number: int, places: list[Span], asked: Mapping[str, str] | None) -> GoldQuestion:
    text = each["question"] if asked is None else _translation(str(each["id"]), asked)
    if each.get("is_impossible"):
        return GoldQuestion(text, answerable=False, kind=each.get("kind", ""))
    found = list(_answers(each, number, places))
    known = (
        [] if each.get("passage_unknown") else [number, *(answer["paragraph"] for answer in each.get("elsewhere", ()))]
    )
    return GoldQuestion(text, answers=tuple(found), places=tuple(places[at] for at in dict.fromkeys(known)))


def _answers(each: Json, number: int, places: list[Span]) -> Iterator[Span]:
    own = ((number, answer) for answer in each["answers"])
    others = ((answer["paragraph"], answer) for answer in each.get("elsewhere", ()))
    for paragraph, answer in (*own, *others):
        start = places[paragraph].start + answer["answer_start"]
        yield Span(start, start + len(answer["text"]))


def _translation(number: str, asked: Mapping[str, str]) -> str:
    if number not in asked:
        raise InvalidBenchmark(f'The question "{number}" is in one of the two files only.')
    return asked[number]
