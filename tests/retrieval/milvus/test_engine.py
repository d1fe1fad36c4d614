"""Milvus ranks as this process does: held against it on the project's own questions."""

from __future__ import annotations

import logging
import math
from pathlib import Path
from typing import Any

import pytest

from content import Article
from content.article_file import read_article_file
from retrieval import Dictionaries, Retriever
from retrieval.evaluation.gold import read_cases
from retrieval.fields import PASSAGE_FIELDS
from retrieval.language import rules_of
from retrieval.milvus import collection as collections
from retrieval.milvus.collection import Collection
from retrieval.milvus.statistics import Rarity
from retrieval.milvus.texts import passage_texts
from retrieval.reading import Reading, Tongue
from retrieval.terms import ngrams
from tests.dictionaries import write_dictd
from tests.retrieval.milvus.conftest import Opening

ROOT = Path(__file__).parents[3]
GOLD = ROOT / "tests" / "gold"
GERMAN = Tongue(rules_of("de"))


def articles() -> list[Article]:
    files = [*sorted((GOLD / "articles").glob("*.md")), *sorted((ROOT / "content" / "articles").glob("*.md"))]
    read = [read_article_file(path) for path in files]
    return [article for article in read if isinstance(article, Article)]


def questions() -> list[str]:
    cases = [case for path in sorted((GOLD / "questions").glob("*.yaml")) for case in read_cases(path, ROOT)[1]]
    return [case.ask for case in cases]


def test_the_ranking_is_that_of_this_process(opening: Opening) -> None:
    library, asked = articles(), questions()
    here = Retriever(library, dictionaries=Dictionaries([]))
    there = Retriever(library, dictionaries=Dictionaries([]), engines=opening())
    same = decided = compared = 0
    for question in asked:
        own, other = here.search(question, 3), there.search(question, 3)
        assert bool(own) == bool(other), question
        if own:
            compared += 1
            same += (own[0].article, own[0].start) == (other[0].article, other[0].start)
            assert own[0].score == pytest.approx(other[0].score, abs=0.06), question
        decided += here.answer(question).found == there.answer(question).found
    assert compared > 100
    assert same / compared >= 1 - 0.015
    assert decided / len(asked) >= 1 - 0.015


def test_the_statistics_are_the_clusters(opening: Opening, bridge: Article) -> None:
    """They are what counting gives, for any kind of term, with marks in it or from another script."""
    engines = opening()
    library = [bridge, *(article for article in articles() if article.language == "de")]
    Retriever(library, engines=engines).prepare()
    texts = [
        {term.text for term in ngrams([token for tokens in text.sentences for token in tokens])}
        for article in library
        for text in passage_texts(Reading(article, GERMAN))
    ]
    rarity = Rarity(engines.collection("de", PASSAGE_FIELDS), len(texts))
    asked = sorted(texts[0] | {"мост", "^x_y"})
    had = rarity.frequencies((0, term) for term in asked)
    for term in asked:
        having = sum(term in text for text in texts) or 0.5
        assert had[0, term] == pytest.approx(having, rel=1e-4)
        idf = math.log((len(texts) + 1) / rarity.having(had[0, term], len(texts)))
        assert idf == pytest.approx(math.log((len(texts) + 1) / having), rel=1e-4)


def test_the_answer_of_an_interview_is_found_by_its_question(opening: Opening, bridge: Article) -> None:
    text = (
        "Wie viele Bienen haben Sie?\n\nIch habe 40 Völker. Sie stehen am Waldrand.\n\n"
        "Und der Honig?\n\nDen verkaufe ich."
    )
    interview = Article.from_text(text, title="Die Imkerin", language="de")
    here, there = Retriever([bridge, interview]), Retriever([bridge, interview], engines=opening())
    for question in ("Wie viele Bienen haben Sie?", "Was ist mit dem Honig?"):
        own, other = here.search(question), there.search(question)
        assert len(own) > 1
        assert [(hit.article, hit.start, hit.end) for hit in own] == [
            (hit.article, hit.start, hit.end) for hit in other
        ]
        assert [hit.score for hit in other] == pytest.approx([hit.score for hit in own], abs=0.06)


def test_the_score_is_the_mean_of_its_fields(opening: Opening, bridge: Article) -> None:
    there = Retriever([bridge], engines=opening())
    (reasons,) = there.explain("Wer ist die Planerin der Brücke?").reasons
    here = Retriever([bridge]).explain("Wer ist die Planerin der Brücke?").reasons[0]
    assert reasons.passages
    for own, other in zip(here.passages, reasons.passages, strict=True):
        fields = dict(other.fields)
        assert sum(fields.values()) / len(fields) == pytest.approx(other.score)
        assert fields == pytest.approx(dict(own.fields), abs=0.08)


def test_a_question_in_another_language(opening: Opening, bridge: Article, tmp_path: Path) -> None:
    write_dictd(tmp_path, "freedict-eng-deu", {"traffic": "Verkehr <masc>", "closed": "gesperrt, geschlossen"})
    there = Retriever([bridge, *articles()], dictionaries=Dictionaries([tmp_path]), engines=opening())
    answer = there.answer("When was the traffic closed?")
    assert answer.found
    assert "Am 8. Februar wurde der Verkehr gesperrt." in answer.quotes[0].text


@pytest.mark.parametrize("question", ["Und?", "der die das", "Xylophon", "Kostet die Brükce?"])
def test_odd_questions_get_what_they_get_here(opening: Opening, bridge: Article, question: str) -> None:
    here, there = Retriever([bridge]), Retriever([bridge], engines=opening())
    assert [hit.start for hit in here.search(question)] == [hit.start for hit in there.search(question)]
    own, other = (retriever.answer(question) for retriever in (here, there))
    assert (own.found, own.language) == (other.found, other.language)
    assert [quote.spans for quote in own.quotes[:1]] == [quote.spans for quote in other.quotes[:1]]


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The keys of the articles whose first rows were sent, and, with a minus, of those removed."""
    keys: list[str] = []
    upsert, remove = Collection.upsert, Collection.remove

    def upserts(self: Collection, rows: Any) -> None:
        rows = list(rows)
        keys.extend(row["article"] for row in rows if row["number"] == 0)
        upsert(self, rows)

    def removes(self: Collection, gone: Any) -> None:
        gone = list(gone)
        keys.extend(f"-{key}" for key in gone)
        remove(self, gone)

    monkeypatch.setattr(Collection, "upsert", upserts)
    monkeypatch.setattr(Collection, "remove", removes)
    return keys


def article(text: str) -> Article:
    return Article.from_text(text, title=text, language="de")


def test_only_what_changed_is_sent(opening: Opening, sent: list[str], caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    one, two = article("Die Brücke ist gesperrt."), article("Die Fähre fährt in Lindau.")
    engines = opening()
    Retriever([one, two], engines=engines).prepare()
    assert len(sent) == 2
    assert "Sending 2 of 2 article(s) to Milvus" in caplog.text
    sent.clear()
    Retriever([one, two], engines=engines).prepare()
    Retriever([one, two], engines=opening()).prepare()  # another process
    assert sent == []
    changed = article("Die Fähre fährt in Bregenz.")
    retriever = Retriever([one, changed], engines=engines)
    retriever.prepare()
    assert [key[:1] == "-" for key in sent] == [False, True]
    assert [hit.article for hit in retriever.search("Wo fährt die Fähre?")] == [changed]


def test_a_process_that_knows_fewer_articles_finds_none_but_its_own(opening: Opening) -> None:
    """As for the moment in which another has taken up a new article, and this one has not."""
    old = Retriever([article("Die Brücke ist gesperrt.")], engines=opening())
    old.prepare()
    new = article("Die Brücke wird im Mai geöffnet.")
    Retriever([*old.articles, new], engines=opening()).prepare()
    assert {hit.article for hit in old.search("Was ist mit der Brücke?")} == set(old.articles)


def test_what_other_versions_have_stored_is_not_found_and_all_but_the_newest_goes(
    opening: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = article("Die Brücke ist gesperrt."), article("Die Brücke ist offen.")
    engines = opening()
    for version, library in {"a": [one], "b": [other], "c": [one]}.items():
        monkeypatch.setattr(collections, "version_of", lambda _, version=version: version)
        retriever = Retriever(library, engines=engines)
        assert [hit.article for hit in retriever.search("Was ist mit der Brücke?")] == library
    stored = engines.stored()
    assert len(stored) == 2
    assert "belegbot_de_c" in stored
    assert opening("another").stored() == {}


def test_two_libraries_of_different_names_do_not_meet(opening: Opening) -> None:
    first = Retriever([article("Die Brücke ist gesperrt.")], engines=opening("first"))
    second = Retriever([article("Die Brücke ist offen.")], engines=opening("second"))
    for retriever in (first, second, first):
        assert [hit.article for hit in retriever.search("Was ist mit der Brücke?")] == list(retriever.articles)


def test_articles_of_the_same_text_are_one_passage_twice(opening: Opening) -> None:
    text = "Die Brücke ist gesperrt."
    one, two = (Article.from_text(text, title=title, language="de") for title in "ab")
    assert [hit.article for hit in Retriever([one, two], engines=opening()).search("Brücke")] == [one]


def test_the_version_changes_with_the_fields() -> None:
    assert collections.version_of(PASSAGE_FIELDS) != collections.version_of(PASSAGE_FIELDS[:3])
