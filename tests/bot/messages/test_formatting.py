import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram.constants import MessageEntityType

from bot.messages.formatting import (
    FormattedText,
    blockquote,
    bold,
    join,
    lines_within,
    link,
    plain,
    shorten,
    underline,
    utf16_length,
    without_autolinks,
)
from bot.simulator.api.arguments.formatted_text import InputEntity
from bot.simulator.api.arguments.formatted_text import read_formatted_text as checked_text

PIECES = st.lists(st.tuples(st.text(min_size=1), st.sampled_from([plain, bold, blockquote])))
Form = Callable[[FormattedText], FormattedText]


def underlined_link(text: FormattedText) -> FormattedText:
    return link(underline(text), "https://example.org")


@given(PIECES)
def test_marks_stay_on_their_words_through_any_script(pieces: list[tuple[str, object]]) -> None:
    text = plain("")
    for words, form in pieces:
        text = text + (bold(words) if form is bold else plain(words))
    sent, entities = text.for_telegram()
    assert sent == "".join(words for words, _ in pieces)
    units = sent.encode("utf-16-le")
    shown = [units[2 * e.offset : 2 * (e.offset + e.length)].decode("utf-16-le") for e in entities]
    assert shown == [words for words, form in pieces if form is bold]


def test_the_outer_of_two_nested_entities_comes_first() -> None:
    _, entities = blockquote(bold("🇩🇪 a") + " b").for_telegram()
    assert [(e.type, e.offset, e.length) for e in entities] == [
        (MessageEntityType.BLOCKQUOTE, 0, 8),
        (MessageEntityType.BOLD, 0, 6),
    ]


def test_a_link_keeps_its_address() -> None:
    _, (entity,) = (plain("x") + link("hier", "https://example.org")).for_telegram()
    assert (entity.offset, entity.length, entity.url) == (1, 4, "https://example.org")


def test_empty_parts_are_not_joined() -> None:
    assert join(", ", ["a", FormattedText(), "", bold("b")]).text == "a, b"


@given(st.text(), st.integers(1, 50))
def test_a_shortened_text_keeps_its_limit_and_begins_alike(text: str, limit: int) -> None:
    short = shorten(text, limit)
    assert len(short) <= limit
    assert short == text or text.startswith(short.removesuffix("…"))


def test_a_text_is_cut_between_words() -> None:
    assert shorten("Der Unternehmer und Milliardär", 20) == "Der Unternehmer und…"


@given(st.lists(st.text(min_size=1), min_size=1, max_size=20), st.integers(20, 200))
def test_lines_that_do_not_fit_are_counted(lines: list[str], limit: int) -> None:
    shown = lines_within(limit, lines, lambda count: f"+{count}")
    assert utf16_length(shown.text) <= limit
    assert shown.text == "\n".join(lines) or shown.text.rpartition("\n")[2] in {f"+{n + 1}" for n in range(len(lines))}


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("von @elonmusk, sagte er", ["@elonmusk"]),
        ("mit /start und /frage@belegbot", ["/start", "/frage@belegbot"]),
        ("siehe example.org/a?b=c und https://x.de/ü", ["example.org/a?b=c", "https://x.de/ü"]),
        ("an anna@example.org", ["anna@example.org"]),
        ("#Taiwan für $USD", ["#Taiwan", "$USD"]),
        ("z. B. 3/4 der Summe, und/oder 3.000 Euro, km/h, z.B. nicht", []),
        ("Satz.Und weiter; am 25.10.2024", []),
    ],
)
def test_what_telegram_would_bring_to_life_is_code(text: str, inside: list[str]) -> None:
    shown, entities = without_autolinks(text).for_telegram()
    assert shown == text
    assert [(entity.type, entity.offset, entity.length) for entity in entities] == [
        ("code", text.index(part), len(part)) for part in inside
    ]


def test_more_names_than_telegram_takes_entities_become_code_together_where_they_stand_closest() -> None:
    names = "@anna " * 90 + "und dann noch: " + "@ben  " * 20
    shown, entities = without_autolinks(names).for_telegram()
    assert shown == names
    assert len(entities) == 100
    assert (entities[0].offset, entities[0].length) == (0, 11 * len("@anna ") - 1)
    assert [(entity.offset, entity.length) for entity in entities[-20:]] == [(555 + 6 * n, 4) for n in range(20)]


@pytest.mark.slow
@given(
    st.lists(
        st.tuples(st.integers(0, 60), st.sampled_from([plain, bold, blockquote, underlined_link])),
        min_size=1,
        max_size=8,
    ),
)
def test_what_would_come_to_life_is_code_or_a_link_however_much_it_is(parts: list[tuple[int, Form]]) -> None:
    text = join("\n", [form(without_autolinks("Es fragt " + "@anna " * count)) for count, form in parts])
    shown, entities = text.for_telegram()
    checked_text(shown, [InputEntity.model_validate(entity.to_dict()) for entity in entities], lambda _: None)
    closed = [range(e.offset, e.offset + e.length) for e in entities if e.type in ("code", "text_link")]
    assert all(any(match.start() in span for span in closed) for match in re.finditer("@", shown))


def test_nothing_stands_within_code_and_no_code_within_a_link() -> None:
    both = bold("Frag @anna heute") + " " + link("@ben", "https://example.org")
    _, entities = without_autolinks(both).for_telegram()
    assert [(entity.type, entity.offset, entity.length) for entity in entities] == [
        ("bold", 0, 5),
        ("code", 5, 5),
        ("bold", 10, 6),
        ("text_link", 17, 4),
    ]
