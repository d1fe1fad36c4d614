"""Files of readers' questions: articles, and messages about them as readers type them.

    {"articles": [{"title": …, "language": …, "text": …, "questions": [
        {"question": …, "answerable": true, "any": [texts of the article, one of which a right quote has]},
        {"question": …, "answerable": false, "kind": what makes it look answerable},
        {"question": …, "answerable": true, "any": […], "lang": the language that it is asked in, not the article's},
        {"question": …, "meta": what it asks about the article itself}, {"question": …, "talk": true}]}]}

A file that asks about the articles of other files names these in `"articles_of"` (paths from its own folder), and gives
its own articles an `"id"` in place of what stands there (`question_files.read_json`).

`"library": false` marks a question that is clear only with the article at hand. What asks about the article itself, and
what asks nothing, is left out: it is not retrieval that answers it.
"""

from __future__ import annotations

from collections.abc import Iterator

from content import Article
from retrieval.base.errors import InvalidBenchmark
from retrieval.base.spans import Span
from retrieval.evaluation.sets.question_sets import GoldArticle, GoldQuestion, QuestionSet
from retrieval.evaluation.sets.squad import Json


def readers_sets(name: str, read: Json) -> tuple[QuestionSet, ...]:
    """The questions in the articles' languages, and in a set of their own those in other ones, if there are any.

    Raises:
        InvalidBenchmark: an article does not have a text of `any`.
        KeyError, TypeError, AttributeError, ValueError: it is not in that format.
    """
    articles = [(_article(entry), entry["questions"]) for entry in read["articles"]]

    def select_articles(*, foreign: bool) -> tuple[GoldArticle, ...]:
        return tuple(
            GoldArticle(article, tuple(_question(article, each) for each in rows if _is_asked(each, foreign=foreign)))
            for article, rows in articles
        )

    own = QuestionSet(name, select_articles(foreign=False))
    others = QuestionSet(f"{name}, other language", select_articles(foreign=True), foreign=True)
    return (own, others) if len(others) else (own,)


def _article(entry: Json) -> Article:
    return Article.from_text(entry["text"], title=entry["title"], language=entry["language"])


def _is_asked(row: Json, *, foreign: bool) -> bool:
    return "meta" not in row and not row.get("talk") and ("lang" in row) == foreign


def _question(article: Article, row: Json) -> GoldQuestion:
    if not row["answerable"]:
        return GoldQuestion(row["question"], answerable=False, kind=row["kind"])
    answers = tuple(span for text in row["any"] for span in _occurrences(article, text))
    places = (Span(paragraph.start, paragraph.end) for paragraph in article.paragraphs)
    answering = tuple(place for place in places if any(place.covers(answer) for answer in answers))
    return GoldQuestion(row["question"], answers=answers, places=answering, alone=not row.get("library", True))


def _occurrences(article: Article, text: str) -> Iterator[Span]:
    start = article.text.find(text)
    if not text or start < 0:
        raise InvalidBenchmark(f'The article "{article.title}" has no "{text}".')
    while start >= 0:
        yield Span(start, start + len(text))
        start = article.text.find(text, start + 1)
