"""Drafts: whatever is written into an article file is read back."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content import Article, Draft, InvalidArticles, InvalidText, load_articles, text_of
from content.draft import heading, paragraph, tidy
from content.front_matter import UNSEEN


def line_of(value: str) -> str:
    """A value of the front matter: one line, without what is not seen."""
    return " ".join(re.sub(f"[{UNSEEN}]", " ", tidy(value)).split())


ODD = st.sampled_from(
    ["---", "# x", "#", "###### y", "  # z", "\n\n", "\r", "\u2028", "\ufeff", "\0", ": #", "'", "\ud800"]
)
TEXTS = st.lists(st.text() | ODD).map("".join) | st.lists(ODD).map("\n".join)
LINES = (st.text(min_size=1) | ODD).filter(line_of)
DATES = st.none() | st.dates() | st.datetimes(timezones=st.none() | st.just(UTC))


def paragraphs(article: Article) -> list[str]:
    return [article.text[each.start : each.end] for each in article.paragraphs]


@given(TEXTS, LINES, st.lists(LINES, max_size=3), DATES)
def test_any_draft_is_read_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, text: str, title: str, lines: list[str], published: date | None
) -> None:
    draft = Draft(text, title, "en", lines[0] if lines else None, tuple(lines), published, None, None, (), tuple(lines))
    expected = Article.from_text(tidy(text), title="T", language="de")
    if not expected.paragraphs:
        with pytest.raises(InvalidText, match="no text to quote"):
            draft.article()
        return
    folder = tmp_path_factory.mktemp("articles")
    (folder / f"{draft.slug}.md").write_bytes(draft.file_text().encode())
    (article,) = load_articles(folder)
    assert vars(article) == vars(draft.article())
    assert article.text == tidy(text)
    assert paragraphs(article) == paragraphs(expected)
    assert article.title == line_of(title)
    assert article.authors == article.questions == tuple(map(line_of, lines))
    assert article.published == published
    assert article.slug == draft.slug


@given(st.lists(TEXTS))
def test_paragraphs_stay_paragraphs_and_never_become_headings(texts: list[str]) -> None:
    article = Article.from_text(text_of(texts), title="T", language="de")
    assert paragraphs(article) == [paragraph(text).strip() for text in texts if paragraph(text)]
    assert [each.heading for each in article.paragraphs] == [None] * len(article.paragraphs)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Erste Zeile\nzweite Zeile", "Erste Zeile\nzweite Zeile"),
        ("# 1 ist die Linie 7", "# 1 ist die Linie 7"),
        ("Am Markt hält\n# 1 und\n# 2", "Am Markt hält # 1 und # 2"),
        ("  eingerückt \n\n und mit Leerzeile ", "eingerückt\nund mit Leerzeile"),
        ("#hashtag", "#hashtag"),
        ("#\n# x", "# # x"),
        ("---", "---"),
    ],
)
def test_what_looks_like_markup_is_quoted_as_it_stands(text: str, kept: str) -> None:
    article = Draft(text_of([text]), "T").article()
    assert paragraphs(article) == [kept]


def test_headings_are_headings() -> None:
    article = Draft(f"{heading('Die  Kosten', 2)}\n\nVier Millionen.\n\n{heading('', 3)}", "T").article()
    assert article.outline == (("Die Kosten", 1),)


def test_what_is_not_known_is_left_out() -> None:
    assert Draft("Text.", "Titel").file_text() == "---\ntitle: Titel\n---\n\nText.\n"


def test_everything_known_is_written() -> None:
    draft = Draft(
        "Der Text.",
        title='Die "Brücke": #1',
        language="de",
        publisher="Der Stadtbote",
        authors=("Ida Fechner", "Jo Amari"),
        published=date(2024, 10, 25),
        url="https://example.org/bruecke?a=1#b",
        licence="CC BY 4.0",
        sources=("Agentur",),
        questions=("Wer?",),
    )
    article = draft.article()
    assert (article.title, article.publisher, article.authors) == (draft.title, draft.publisher, draft.authors)
    assert (article.published, article.url, article.licence) == (draft.published, draft.url, draft.licence)
    assert (article.sources, article.questions) == (draft.sources, draft.questions)


@pytest.mark.parametrize("title", [None, "", " \n"])
def test_without_a_title_it_is_no_article(title: str | None) -> None:
    with pytest.raises(InvalidText, match=r"^No title was found\."):
        Draft("Text.", title).article()


def test_values_that_front_matter_cannot_hold_are_told_together() -> None:
    with pytest.raises(InvalidArticles) as caught:
        Draft("Text.", "T", language="fr", url="example.org").article()
    first, second = map(str, caught.value.faults)
    assert first.startswith("t.md:3: \"language\" cannot be 'fr'; write it like language: de (known: de, en)")
    assert second.startswith("t.md:4: \"url\" cannot be 'example.org'; write it like url: https://")


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Die Brücke: bis Mai gesperrt!", "die-bruecke-bis-mai-gesperrt"),
        ("Der 3. Fall / Größe", "der-3-fall-groesse"),
        ("../../etc/passwd", "etc-passwd"),
        ("…", "article"),
        (None, "article"),
        ("Wort " * 30, "-".join(["wort"] * 12)),
        ("W" * 200, "w" * 60),
        ("x" * 59 + " yz", "x" * 59),
    ],
)
def test_the_file_s_name_comes_from_the_title(title: str | None, slug: str) -> None:
    assert Draft("Text.", title).slug == slug


def test_times_of_day_and_zones_are_kept(tmp_path: Path) -> None:
    moment = datetime(2024, 10, 25, 9, 30, tzinfo=UTC)
    (tmp_path / "a.md").write_text(Draft("Text.", "T", published=moment).file_text(), "utf-8")
    assert load_articles(tmp_path)[0].published == moment
