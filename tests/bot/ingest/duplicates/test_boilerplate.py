"""What belongs to no article goes; what belongs to one stays, character for character."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ingest.duplicates.boilerplate import Sample, find_boilerplate, remove_boilerplate
from bot.ingest.feed.teaser import is_full_text
from content import load_articles
from tests.support.ingest.command import Add
from tests.support.ingest.site import Site, item, rss
from tests.support.ingest.stories import BRIDGE, STORIES, Story

LETTER = "Der Newsletter kommt jeden Freitag. Hier abonnieren!"


def cleaned(*samples: Sample) -> list[str]:
    known = find_boilerplate(samples)
    return [remove_boilerplate(sample, known) for sample in samples]


def samples(ending: str = "", beginning: str = "") -> list[Sample]:
    return [
        Sample(
            f"{beginning.format(title=each.title, number=n)}{each.text}{ending.format(title=each.title, number=n)}",
            each.title,
            (each.author,),
        )
        for n, each in enumerate(STORIES, 1)
    ]


@pytest.mark.parametrize(
    ("beginning", "ending"),
    [
        ("", f"\n\n{LETTER}"),
        (f"{LETTER}\n\n", ""),
        ("", f" {LETTER.split('. ')[1]}"),
        ("", "\n\n## Newsletter\n\n" + LETTER),
        ("", "\n\nDer Artikel „{title}“ steht beim Stadtboten."),
        ("", "\n\ndpa-infocom, dpa:24102{number}-930-27{number}/1"),
        ("", " (dpa)"),
        ("", "\n\nMehr lesen"),
        ("Lahnstadt (dpa) – ", ""),
    ],
)
def test_what_repeats_goes(beginning: str, ending: str) -> None:
    assert cleaned(*samples(ending, beginning)) == [each.text for each in STORIES]


def test_towns_differ_the_agency_does_not() -> None:
    towns = ["Berlin", "Lahnstadt", "Frankfurt am Main", "Ellersund"]
    lined = [Sample(f"{town} (dpa) - {each.text}", each.title) for town, each in zip(towns, STORIES, strict=True)]
    assert cleaned(*lined) == [each.text for each in STORIES]


def test_what_stands_in_one_article_stays() -> None:
    known = samples()
    once = Sample(f"{BRIDGE.text}\n\n{LETTER}", BRIDGE.title)
    assert cleaned(once, *known[1:])[0] == once.text


def test_two_are_not_enough_and_neither_is_half() -> None:
    two = samples(f"\n\n{LETTER}")[:2]
    assert cleaned(*two) == [each.text for each in two]
    half = [*samples(f"\n\n{LETTER}")[:2], *samples()[2:]]
    assert cleaned(*half) == [each.text for each in half]


def test_the_history_that_half_of_the_articles_tell_stays() -> None:
    history = "Die Brücke war im Oktober gesperrt worden, nachdem ein Gutachter Risse gefunden hatte."
    told = [Sample(f"{each.paragraphs[0]}\n\n{history}\n\n{each.paragraphs[1]}", each.title) for each in STORIES[:2]]
    rest = [Sample(each.text, each.title) for each in STORIES[2:]]
    assert [history in text for text in cleaned(*told, *rest)] == [True, True, False, False]


def test_an_author_s_box_goes_though_most_articles_have_other_authors() -> None:
    box = "Ida Fechner berichtet seit 2009 aus Lahnstadt."
    by_ida = [Sample(f"{each.text}\n\n{box}", each.title, ("Ida Fechner",)) for each in STORIES[:3]]
    others = [Sample(f"{n} mal {n} ist eine Zahl, sagt {n}.", str(n), (f"A {n}",)) for n in "abcdefgh"]
    assert cleaned(*by_ida, *others)[:3] == [each.text for each in STORIES[:3]]


def test_an_article_that_is_there_three_times_is_no_notice() -> None:
    three = [Sample(BRIDGE.text, BRIDGE.title)] * 3
    assert cleaned(*three) == [BRIDGE.text] * 3


@pytest.mark.parametrize(
    "trailer",
    [
        "The post Die Brücke bleibt zu appeared first on Der Stadtbote.",
        "Der Beitrag Die Brücke bleibt zu erschien zuerst auf Der Stadtbote.",
    ],
)
def test_wordpress_trailer_goes_though_it_stands_once(trailer: str) -> None:
    assert remove_boilerplate(Sample(f"{BRIDGE.text}\n\n{trailer}", BRIDGE.title), ()) == BRIDGE.text


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=80), min_size=1, max_size=8))
def test_what_is_left_was_there(paragraphs: list[str]) -> None:
    text = "\n\n".join(filter(None, (" ".join(each.split()) for each in paragraphs)))
    other = [Sample(f"{text}\n\nNr. {n}", f"T{n}") for n in range(4)]
    for sample, left in zip(other, cleaned(*other), strict=True):
        position = 0
        for block in filter(None, left.split("\n\n")):
            position = sample.text.index(block, position) + len(block)
    alone = Sample(text, "")
    assert remove_boilerplate(alone, find_boilerplate([alone])) == text


def test_a_whole_run_takes_it_out_and_remembers_it(site: Site, add: Add, folder: Path) -> None:
    def publish(*stories: Story) -> None:
        trailer = f"<p>{LETTER}</p><p>The post <a href='x'>T</a> appeared first on <a href='y'>Bote</a>.</p>"
        site.publishes(rss([item(each, site.base, trailer=trailer) for each in stories], site.base))

    publish(*STORIES[:3])
    add(site.feed)
    assert {article.text for article in load_articles(folder)} == {story.text for story in STORIES[:3]}
    assert LETTER.lower() in (folder / "der-stadtbote" / "feed.json").read_text("utf-8")
    publish(STORIES[3])  # alone it would not be recognised
    add(site.feed)
    assert {article.text for article in load_articles(folder)} == {story.text for story in STORIES}


def test_what_is_recognised_later_is_taken_out_of_earlier_articles(site: Site, add: Add, folder: Path) -> None:
    def publish(*stories: Story) -> None:
        site.publishes(rss([item(each, site.base, trailer=f"<p>{LETTER}</p>") for each in stories], site.base))

    publish(*STORIES[:2])
    add(site.feed)
    assert all(LETTER in article.text for article in load_articles(folder))
    publish(*STORIES)
    assert "2 new, 2 corrected." in add(site.feed).stdout
    assert {article.text for article in load_articles(folder)} == {story.text for story in STORIES}


def test_an_editor_may_say_what_is_boilerplate(site: Site, add: Add, folder: Path) -> None:
    stories = [item(each, site.base, trailer=f"<p>Nr. {n}: Hört auf!</p>") for n, each in enumerate(STORIES[:2])]
    site.publishes(rss(stories, site.base))
    add(site.feed)
    memory = folder / "der-stadtbote" / "feed.json"
    known = json.loads(memory.read_text("utf-8"))
    memory.write_text(json.dumps({**known, "boilerplate": ["nr. 0: hört auf!"]}), "utf-8")
    assert "2 corrected." in add(site.feed).stdout
    assert {article.text for article in load_articles(folder)} == {story.text for story in STORIES[:2]}


@pytest.mark.parametrize("sign", [".", "… ", "[", "(dpa) ", "read more "])
def test_a_line_of_nothing_but_signs_ends(sign: str) -> None:
    """Whoever made it, it must not keep the bot busy for minutes."""
    line = sign * (100_000 // len(sign)) + "x"
    assert is_full_text(f"{BRIDGE.text}\n\n{line}", is_content=True) is (sign != "read more ")
    assert remove_boilerplate(Sample(line, "T"), find_boilerplate([Sample(line, "T")] * 3)) == line
