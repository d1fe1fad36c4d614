"""Any text at all: never an exception, never more than linear time."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content import Article
from retrieval.attribution import attributions
from retrieval.language.rules import words

# Words and marks that the rules look for, in any order: more telling than letters at random.
PIECES = st.sampled_from(
    sorted(
        words("""
            laut zufolge nach Angaben so wie sagte sagt teilte mit hat habe sei soll haben dass , . : ; „ “ ” » « " ' (
            ) – - der die das dem des ein Er Sie ihm Polizei Minister Uwe Seifert said told that according to the he 7
            3. und oder aber zu 's al von
        """)
        | {"\0", "\n\n"}
    )
)


@settings(max_examples=200)
@given(
    text=st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=80).map(" ".join)),
    language=st.sampled_from(["de", "en"]),
)
def test_any_text_has_attributions_that_lie_in_it(text: str, language: str) -> None:
    found = attributions(Article.from_text(text, title="Titel", language=language))
    assert all(0 <= attribution.start < attribution.end <= len(text) for attribution in found)
    assert list(found) == sorted(found, key=lambda attribution: attribution.start)


@pytest.mark.parametrize(
    "text", ["", "\0" * 10_000, "a" * 10_000, "„" * 10_000, "Der " * 2_500, "،؟漢字かな한국어 ру́сский " * 400]
)
def test_odd_texts_are_read(text: str) -> None:
    assert attributions(Article.from_text(text, title="Titel", language="de")) == ()


@pytest.mark.parametrize(
    "piece",
    [
        "Uwe Seifert sagte, das Radar sei gestört. ",
        "Der Minister sagte. ",
        "„Es war voll. ",
        "laut der der der ",
        "Herr von ",
        "1,1,",
        "a.b-",
        "sagte, ",
        "Lea: Sie?\nUwe: Ich.\n",
        "**Sind Sie da?** Ich.\n",
    ],
)
@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("characters", [20_000, pytest.param(200_000, marks=pytest.mark.slow)])
def test_a_long_paragraph_takes_linear_time(piece: str, language: str, characters: int) -> None:
    def seconds(size: int) -> float:
        article = Article.from_text((piece * (size // len(piece) + 1))[:size], title="Titel", language=language)
        start = time.thread_time()  # whatever else the machine has to do
        attributions(article)
        return time.thread_time() - start

    seconds(2_000)  # builds the verb tables
    assert seconds(characters) < max(characters / 200_000, 40 * seconds(characters // 10))
