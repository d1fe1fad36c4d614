"""Nobody is named flatly on a guess: tiers by how often each rule named the right person."""

from __future__ import annotations

import json
from collections import Counter
from itertools import chain
from pathlib import Path

import pytest

from content import Article
from content.article_file import read_article_file
from retrieval.attribution import Attribution, Confidence, attributions
from retrieval.attribution.attribution import Resolution
from retrieval.attribution.confidence import confidence_of, is_named, read_measurements, share_of
from retrieval.attribution.rules import RULES
from retrieval.evaluation.attribution import is_same_speaker, read_gold

ROOT = Path(__file__).parents[3]
GOLD = sorted((ROOT / "tests/gold/attribution").glob("*.json"))


def found(text: str, *, language: str = "de", title: str = "Die Fähre") -> tuple[Attribution, ...]:
    return attributions(Article.from_text(text, title=title, language=language))


def test_what_is_measured_are_rules_and_ways_that_there_are() -> None:
    rules = {rule.__name__ for rule in RULES}
    assert {rule for cells in read_measurements().values() for rule in cells} <= rules
    assert {resolution for _, resolution in read_measurements()} <= {str(one) for one in Resolution}
    assert all(right <= named for cells in read_measurements().values() for right, named in cells.values())


@pytest.mark.parametrize(
    ("share", "confidence", "named"),
    [(0.97, "strong", True), (0.92, "fair", True), (0.89, "weak", True), (0.6, "weak", True), (0.59, "weak", False)],
)
def test_below_nine_in_ten_it_is_likely_and_below_six_nobody(share: float, confidence: str, named: bool) -> None:
    assert (confidence_of(share), is_named(share)) == (confidence, named)


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_rule_with_enough_sentences_is_no_surer_than_its_share(language: str) -> None:
    for (code, resolution), cells in read_measurements().items():
        for rule, (right, named) in cells.items():
            if code == language and named >= 10:
                assert share_of(language, Resolution(resolution), rule) <= right / named


def test_a_rule_with_few_sentences_is_drawn_to_its_way() -> None:
    whole = share_of("de", Resolution.NAMED, "no_such_rule")
    assert 0.9 < whole < share_of("de", Resolution.NAMED, "cited") < 1
    assert share_of("en", Resolution.ROLE, "no_such_rule") < 0.9  # never measured


@pytest.mark.parametrize(("language", "floor"), [("de", 0.93), ("en", 0.93)])
def test_who_is_named_flatly_in_the_gold_readings_is_seldom_wrong(language: str, floor: float) -> None:
    right: Counter[tuple[str, str]] = Counter()
    named: Counter[tuple[str, str]] = Counter()
    for one, speaker in chain.from_iterable(read(path, language) for path in GOLD):
        if one.speaker and one.confidence is not Confidence.WEAK and one.resolution is not Resolution.ANSWER:
            named[one.rule, one.resolution] += 1
            right[one.rule, one.resolution] += is_same_speaker(one.speaker, speaker)
    assert right.total() / named.total() >= floor
    assert [key for key, count in named.items() if count >= 10 and right[key] / count < 0.7] == []


def read(path: Path, language: str) -> list[tuple[Attribution, str | None]]:
    """What the rules find of the sentences that the gold reading has as reported, and whose it has them."""
    name, sentences = read_gold(path)
    if "genre" not in json.loads(path.read_text("utf-8")):
        return []
    article = read_article_file(ROOT / name)
    assert isinstance(article, Article)
    if article.language != language:
        return []
    expected = {article.text.index(sentence.starts): sentence.speaker for sentence in sentences}
    return [(one, expected[one.start]) for one in attributions(article) if one.start in expected]


def test_two_of_one_sex_leave_a_pronoun_without_a_name() -> None:
    last = found("Im Hafen standen Uwe Seifert und Jan Brandt. Er sagte, das Radar sei gestört.")[-1]
    assert (last.speaker, last.mention, last.resolution) == (None, "Er", "contested")


def test_who_goes_on_is_no_surer_than_where_they_were_found() -> None:
    text = "Im Hafen standen Uwe Seifert und Jan Brandt. Er sagte, das Radar sei gestört. Die Fähre sei alt."
    assert [one.speaker for one in found(text)] == [None, None]


@pytest.mark.parametrize(
    ("text", "language", "sure"),
    [
        ("Jan Brandt kam. „Das ist Unfug“, sagte der Anwalt.", "de", False),
        ("„Das ist Unfug“, sagte der Anwalt.", "de", True),  # nobody is named: he is nobody else
        ("Lea Brandt kam. „Das ist Unfug“, sagte der Anwalt.", "de", True),  # she is no "Anwalt"
        ("Jan Brandt kam. „Das ist Unfug“, sagte ein Anwalt.", "de", True),
        ("Jan Brandt kam. „Das ist Unfug“, sagte der Anwalt der Werft.", "de", True),
        ("Colin Ashby came. “It was a mess,” the witness said.", "en", False),
        ("A former aide told the council that it was a mess. Colin Ashby waved.", "en", False),  # named later
        ("Colin Ashby waved. A former aide told the council that it was a mess.", "en", True),
        ("Colin Ashby came. “It was a mess,” her tutor said.", "en", False),
        ("Lena Wasserman came. “It was a mess,” Wasserman said.", "en", True),
    ],
)
def test_a_role_alone_is_named_flatly_only_where_it_is_nobody_elses(text: str, language: str, sure: bool) -> None:
    assert (found(text, language=language)[-1].confidence is not Confidence.WEAK) is sure


@pytest.mark.parametrize(
    "text",
    [
        "Colin Ashby denied it in a statement. “These are inventions,” the statement said.",
        "It was late, according to a statement Colin Ashby released in June.",
    ],
)
def test_a_statement_is_somebodys(text: str) -> None:
    assert found(text, language="en")[-1].speaker == "Colin Ashby"


@pytest.mark.parametrize(
    "text",
    [
        "Lea Brandt widersprach. Die Fähre sei alt, hieß es am Montag in Ellersund.",
        "Lea Brandt widersprach. Es heißt, die Fähre sei alt.",
        "Lea Brandt widersprach. Im Hafen soll ein Zettel gehangen haben.",
        "Lea Brandt widersprach. Angeblich ist die Fähre alt.",
        "Lea Brandt widersprach. Dem Vernehmen nach ist die Fähre alt.",
        "Lea Brandt widersprach. Der Reeder steht im Verdacht, Geld genommen zu haben.",
        "Im Dorf erzählt man sich, die Fähre sei alt.",
        "Der Vorwurf lautet, er habe getrunken.",
    ],
)
def test_hearsay_is_reported_and_nobodys(text: str) -> None:
    assert found(text)[-1].speaker is None


@pytest.mark.parametrize("text", ["The ferry allegedly sank.", "The owner is accused of taking money."])
def test_english_hearsay_is_nobodys(text: str) -> None:
    (only,) = found(f"Rosa Whitfield waved. {text}", language="en")
    assert only.speaker is None


@pytest.mark.parametrize(
    "text",
    [
        "Das Feuer fordert die Helfer. Der Brand forderte zwei Tote.",
        "Die Brücke soll im Mai gebaut werden.",
        "Im Kino läuft der Film „Alles wird gut, sagte sie“.",
    ],
)
def test_a_fire_a_plan_and_a_title_are_no_words_of_anybody(text: str) -> None:
    assert [one.speaker for one in found(text) if one.speaker] == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("„Das“, sagt Lea Brandt, „war ein Fehler.“", "Lea Brandt"),
        ("Elfriede Maschke lacht. „Elf ist gut“, sagt sie.", "Elfriede Maschke"),
        ("Petra Linden kämpft für den Park. Nach ihrer Ansicht lassen sich die Bäume retten.", "Petra Linden"),
        ("Der Sozial-, Umwelt- und Baudirektor Jan Brandt sagte, es sei zu spät.", "Jan Brandt"),
        ("Wehrführer Karl Bruns kam. Bruns sagte, es brenne noch.", "Karl Bruns"),
        ("Landwirt Jürgen Pape kam mit Uwe Kolb. „Das ist Unfug“, sagt der Landwirt.", "Jürgen Pape"),
        ("Die Mühle gehört Winfried Kolbe. Die Säge sei alt, meint er.", "Winfried Kolbe"),
        ("Am Vormittag kam Jan Brandt. Er sagte, es brenne noch.", "Jan Brandt"),
        ("Jan Brandt schwieg. Laut dessen Leiterin Sabine Messner ist alles gut.", "Sabine Messner"),
        ("Jan Brandt schwieg. Seiner Schwester zufolge ist alles gut.", "Schwester"),
        ("Reederin Hilke Freese nannte das alternativlos.", "Hilke Freese"),
        ("Verteidiger Jan Brandt kam. Einen Beleg gebe es nicht, räumte der Anwalt ein.", "Jan Brandt"),
        ("Das Umweltministerium ließ messen. Nach Angaben des Ministeriums ist alles gut.", "Umweltministerium"),
        ("Neben Jan steht in dieser Woche Senay Aldemir, 29. Sie sei müde, erzählt sie.", "Senay Aldemir"),
        ("Oben in der Kammer sitzt Bennet Jürs, 17. Er habe das gelernt.", "Bennet Jürs"),
        ("Jan Brandt kam. „Ich komme wieder, sobald ich kann“, rief er.", "Jan Brandt"),
        ("Ursula von der Tann kam. Von der Tann betonte, es sei zu spät.", "Ursula von der Tann"),
        ("Laut einer am Dienstag veröffentlichten Mitteilung der Werft war die Fähre leer.", "Werft"),
        ("Nach ersten Ermittlungen der Polizei war die Fähre leer.", "Polizei"),
        ("Jan Brandt, Chef der Werft, nennt das Ereignis einen Skandal.", "Jan Brandt"),
        ("Jan Brandt geht nach einem Treffen mit dem Leiter, Uwe Kolb, davon aus, dass alles gut wird.", "Jan Brandt"),
        ("Uwe Tiemann kam. Die Fähre war nach Einschätzung Tiemanns leer.", "Uwe Tiemann"),
        ("Wie aus Kreisen der Werft verlautete, war die Fähre leer.", "Werft"),
        ("Neue Zahlen vom Wetterdienst: Demnach lässt der Regen nach.", "Wetterdienst"),
    ],
)
def test_who_is_meant(text: str, speaker: str) -> None:
    assert found(text)[-1].speaker == speaker


@pytest.mark.parametrize("label", ["14.05 Uhr: ", "07:30 Uhr – ", "+++ 14:20 Uhr: ", "[9 Uhr] ", "**14.05 Uhr:** "])
def test_nobody_goes_on_in_the_next_entry_of_a_ticker(label: str) -> None:
    text = f"{label}Laut der Werft ist die Fähre leck.\n\n{label}Der Landkreis teilt mit, dass Busse fahren."
    assert [one.speaker for one in found(text)] == ["Werft", "Landkreis"]
    assert found(f"Laut der Werft ist die Fähre leck.\n\n{label}Sie sei alt.")[-1].speaker is None


def test_entries_of_a_ticker_in_one_line_are_sentences_of_their_own() -> None:
    text = "+++ Landrätin Maren Petersen: Brücke gesperrt +++ Laut der Polizei ist die Straße frei. +++ Es regnet +++"
    said = found(text)
    assert [(text[one.start : one.end], one.speaker) for one in said] == [
        ("+++ Landrätin Maren Petersen: Brücke gesperrt", "Maren Petersen"),
        ("+++ Laut der Polizei ist die Straße frei.", "Polizei"),
    ]


def test_a_label_is_whoever_bears_it_later_in_the_ticker() -> None:
    text = "+++ 12.30 Uhr: Landrat: „Wir sind am Ende.“\n\n+++ 11 Uhr: Landrat Uwe Thiessen ist da."
    assert found(text)[0].speaker == "Uwe Thiessen"


def test_a_dateline_is_nobody() -> None:
    text = "ELLERY -- Rosa Whitfield, opening the harbour on Saturday, said it would stay open all year."
    assert found(text, language="en")[-1].speaker == "Rosa Whitfield"


def test_the_nearer_person_is_meant_and_not_the_articles_topic() -> None:
    text = "Marla Pell lives in Ostend. Her nephew Callum Pell came along. He said the harbour was a disgrace."
    assert found(text, language="en")[-1].speaker == "Callum Pell"


def test_an_english_title_leads_to_its_bearer() -> None:
    text = "Senate Majority Leader Joan Whitlock met Colin Ashby. The majority leader said it was late."
    assert found(text, language="en")[-1].speaker == "Joan Whitlock"


def test_what_somebody_turns_down_is_not_theirs() -> None:
    text = "Hosseini wollte das Verfahren beenden. Das lehnte Lohr ab."
    assert [one.start for one in found(text)] == [text.index("Das")]
