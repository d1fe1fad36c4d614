"""Messages that lean on a quote: who says it, and what else there is."""

from __future__ import annotations

import pytest

from content import Article
from retrieval import WORDS_ALONE, FollowUpIntent, Retriever
from tests.support.retrieval.follow_ups import LIGHTHOUSE, POOL, SHIPPED, STARLINK, only, quoted


@pytest.mark.parametrize(
    ("retriever", "words", "names"),
    [
        # named in the sentence before, or far before
        (SHIPPED, "Musk habe auch mit hochrangigen russischen Beamten", "So Wall Street Journal schreibt nun"),
        (SHIPPED, "Dem Bericht zufolge drehten sich die Gespräche", "Wall Street Journal Ihm zufolge"),
        (SHIPPED, "Das ist er, so das US-Wirtschaftsmagazin Forbes", "Das ist er, so das US-Wirtschaftsmagazin Forbes"),
        (POOL, "Sie forderte die Stadt auf, Busse", "Vorsitzende Aylin Şahin sagte"),
        (LIGHTHOUSE, '"He just put the kettle on."', "Morag Sinclair, 79, grew up"),
    ],
)
@pytest.mark.parametrize("follow_up", ["Wer sagt das?", "Who says that?"])
def test_the_source_is_the_sentence_that_names_who_says_it(
    retriever: Retriever, words: str, names: str, follow_up: str
) -> None:
    answer = retriever.answer(follow_up, about=only(retriever, words))
    assert (answer.found, answer.follow_up) == (True, FollowUpIntent.SOURCE)
    assert answer.quotes[0].text.startswith(names)


def test_two_speakers_are_each_named_where_they_stand() -> None:
    about = only(POOL, "Stadt auf, Busse ins Hallenbad nach Petersrode einzusetzen.\n\nKämmerer Holger Weiß wies")
    (quote,) = POOL.answer("Quelle?", about=about).quotes
    assert [part[:23] for part in quote.text.split(" […] ")] == ["Vorsitzende Aylin Şahin", "Kämmerer Holger Weiß wi"]


def test_who_answers_in_an_interview_is_named_where_the_whole_name_stands() -> None:
    text = (
        "Die Imkerin Ida Falk erzählt vom Winter.\n\n**Frau Falk, wie viele Völker haben Sie?**\n\n"
        "Ich habe 40 Völker. Sie stehen am Waldrand.\n\n**Und der Honig?**\n\nDen verkaufe ich.\n\n"
        "**Warum?**\n\nWeil ich ihn nicht esse."
    )
    interview = Retriever([Article.from_text(text, title="Die Imkerin", language="de")], WORDS_ALONE)
    (quote,) = interview.answer("Wer sagt das?", about=only(interview, "Ich habe 40 Völker.")).quotes
    assert quote.text == "Die Imkerin Ida Falk erzählt vom Winter."


def test_the_articles_own_voice_has_no_source() -> None:
    answer = LIGHTHOUSE.answer("Who says that?", about=only(LIGHTHOUSE, "The building will not be torn down."))
    assert (answer.found, answer.follow_up, answer.quotes) == (False, FollowUpIntent.SOURCE, ())


def test_more_never_repeats_the_quote_and_ends() -> None:
    about = quoted(SHIPPED, "Wie lange dauerten die Kontakte?")
    more = SHIPPED.answer("Was noch?", about=about)
    assert (more.found, more.follow_up) == (True, FollowUpIntent.MORE)
    assert all(quote.highlights for quote in more.quotes)
    spans = [span for quote in (about, *more.quotes) for span in quote.spans]
    assert all(a.end <= b.start or b.end <= a.start for at, a in enumerate(spans) for b in spans[:at])
    assert not SHIPPED.answer("Was noch?", about=quoted(SHIPPED, STARLINK)).found, "nothing else speaks of it"


def test_more_of_a_quote_whose_question_is_not_known_is_what_stands_next_to_it() -> None:
    answer = POOL.answer("mehr dazu", about=only(POOL, "Die Sanierung soll 2,4 Millionen Euro kosten."))
    assert answer.quotes[0].text.startswith("Zwei Drittel davon")


@pytest.mark.parametrize(
    ("message", "intent"),
    [
        ("Wer sagt das?", FollowUpIntent.SOURCE),
        ("Und wer hat das eigentlich gesagt??", FollowUpIntent.SOURCE),
        ("woher weiss man das", FollowUpIntent.SOURCE),
        ("Stimmt das wirklich?", FollowUpIntent.SOURCE),
        ("Says who?", FollowUpIntent.SOURCE),
        ("where does that come from", FollowUpIntent.SOURCE),
        ("Was noch?", FollowUpIntent.MORE),
        ("und sonst so?", FollowUpIntent.MORE),
        ("Kannst du noch mehr dazu sagen?", FollowUpIntent.MORE),
        ("Tell me more please", FollowUpIntent.MORE),
        ("what else?", FollowUpIntent.MORE),
        ("Wie geht es weiter?", FollowUpIntent.ONWARD),
        ("and then?", FollowUpIntent.ONWARD),
    ],
)
def test_wordings_are_heard_with_and_without_a_quote(message: str, intent: FollowUpIntent) -> None:
    assert SHIPPED.answer(message, about=quoted(SHIPPED, STARLINK)).follow_up is intent
    alone = SHIPPED.answer(message)
    assert (alone.found, alone.quotes, alone.subject, alone.follow_up) == (False, (), (), intent)


@pytest.mark.parametrize(
    "message", ["Wer sagt, dass Musk mit Putin spricht?", "Was noch über Trump?", "Danke!", "👍", "Hallo", "Musk"]
)
def test_what_names_a_subject_or_asks_nothing_does_not_lean(message: str) -> None:
    assert SHIPPED.answer(message, about=quoted(SHIPPED, STARLINK)).follow_up is None
    assert SHIPPED.answer(message).follow_up is None
