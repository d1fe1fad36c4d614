"""What a question takes for given and its article does not say."""

from __future__ import annotations

import pytest

from content import Article
from retrieval import WORDS_ALONE, Retriever
from retrieval.scoring.premises.part import PartKind
from tests.support.retrieval.articles import HARBOUR, MARROW

# A question, its false twin, what is false in it, and what the article has instead.
GERMAN = [
    ("Wann wird der Hafen von Lindwarden geschlossen?", None, "", None, ""),
    ("Wie viele Boote zählte die Firma aus Kiel?", "Bremen", "Kiel", PartKind.NAME, "Kiel"),
    ("Was sagte Karin Ottmann zum Hafen?", "Biehlmann", "Ottmann", PartKind.NAME, "Ottmann"),
    ("Wer zählte die 312 Boote?", "512", "312", PartKind.NUMBER, "312"),
    ("Wie lange brauchte der Stadtrat für dreizehn Sitzungen?", "drei", "dreizehn", PartKind.NUMBER, "dreizehn"),
    ("Warum wird der Hafen am 4. September geschlossen?", "4. Mai", "4. September", PartKind.DATE, "4. September"),
    ("Warum sind die Preise für Kabeljau seit 2021 gestiegen?", "2018", "2021", PartKind.YEAR, "2021"),
    ("Warum sind die Preise für Kabeljau gestiegen?", "gesunken", "gestiegen", PartKind.OPPOSITE, "gestiegen"),
    (
        "Warum rief Norwegen seinen Botschafter aus Schweden zurück?",
        "Schweden seinen Botschafter aus Norwegen",
        "Norwegen seinen Botschafter aus Schweden",
        PartKind.ROLE,
        "Norwegen",
    ),
]
ENGLISH = [
    ("Why did Marrow close its bridge on 4 September?", "4 May", "4 September", PartKind.DATE, "4 September"),
    ("What did Clara Fenwick find?", "Hartmann", "Fenwick", PartKind.NAME, "Fenwick"),
    ("Where did the engineer find 312 cracks?", "512", "312", PartKind.NUMBER, "312"),
    ("Why did Hale call Fenwick's report hasty?", "Fenwick call Hale's", "Hale call Fenwick's", PartKind.ROLE, "Hale"),
]
CASES = [*(("de", *row) for row in GERMAN), *(("en", *row) for row in ENGLISH)]


@pytest.fixture(scope="module")
def retrievers() -> dict[str, Retriever]:
    texts = {"de": HARBOUR, "en": MARROW}
    articles = (Article.from_text(text, title="-", language=language) for language, text in texts.items())
    return {article.language: Retriever([article], WORDS_ALONE) for article in articles}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[1])
def test_of_a_true_question_nothing_is_unsupported(case: tuple[str, ...], retrievers: dict[str, Retriever]) -> None:
    assert retrievers[case[0]].answer(case[1]).unsupported == ()


@pytest.mark.parametrize("case", [case for case in CASES if case[2]], ids=lambda case: case[1])
def test_what_is_false_is_found_and_what_stands_there_instead(
    case: tuple[str, str, str, str, PartKind, str], retrievers: dict[str, Retriever]
) -> None:
    language, question, false, true, kind, instead = case
    twin = question.replace(true, false)
    answer = retrievers[language].answer(twin)
    (part,) = answer.unsupported_parts
    start = twin.index(false)
    assert part.kind is kind
    assert answer.unsupported == (part.span,)
    assert part.span.start < start + len(false)
    assert start < part.span.end
    assert part.instead or not instead
    if part.instead and instead:
        assert instead in retrievers[language].articles[0].text[part.instead.start : part.instead.end]


def test_places_are_those_in_the_message(retrievers: dict[str, Retriever]) -> None:
    message = "Hallo zusammen! Wie viele Boote zählte die Firma aus Bremen?"
    (span,) = retrievers["de"].answer(message).unsupported
    assert message[span.start : span.end] == "Bremen"


@pytest.mark.parametrize(
    "question",
    [
        "Warum wird der Hafen in Japan geschlossen?",
        "Was hat Biden der Firma versprochen?",
        "Wie viele Boote hat das Kaufhaus Quarditz gezählt?",
        "Warum rief Norwegen 97 Botschafter zurück?",
    ],
)
def test_a_name_or_number_that_no_article_has_leaves_the_nearest(
    question: str, retrievers: dict[str, Retriever]
) -> None:
    answer = retrievers["de"].answer(question)
    assert answer.unsupported
    assert not answer.found


@pytest.mark.parametrize(
    "question",
    [
        "Was tut die Norwegische Regierung?",  # of a country that the article has by its name
        "Was sagte Karin Ottman zum Hafen?",  # a typing error
        "Welche drei Gründe nennt Karin Ottmann?",  # counts what is asked for
        "Wer hat rund 300 Boote gezählt?",  # about as many
        "Sind die Preise für Kabeljau gesunken?",  # a no answers it
        "Wofür interessiert sich die Kundschaft im Hafen?",  # a noun, not a name
    ],
)
def test_what_can_be_meant_is_not_unsupported(question: str, retrievers: dict[str, Retriever]) -> None:
    assert retrievers["de"].answer(question).unsupported == ()


def test_without_an_answer_nothing_is_said_to_stand_there_instead(retrievers: dict[str, Retriever]) -> None:
    answer = retrievers["de"].answer("Wer regiert in Brasilien?")
    assert all(part.absent and part.instead is None for part in answer.unsupported_parts if not answer.quotes)


COURT = """Das Landgericht Lindwarden hat einen Bootsbauer zu zwei Jahren Haft verurteilt. Das Urteil ist noch nicht \
rechtskräftig. Bis dahin muss er sich zweimal pro Woche bei der Polizei melden.

Die Reederin Karla Voss führt seit 1968 den Fährbetrieb im Norden. Ihr Großvater hatte ihn gegründet.

Der Maler Jonas Brevik stellt seit 1986 im Museum seine Bilder aus. Die Stiftung Seezeichen hat ihm einen Preis \
angeboten. Kapitän Holm hat den Hafenmeister abgemahnt."""

# A true question and its false twin, and what of the twin is not supported.
OF_SOMETHING_ELSE = [
    ("Wer führt seit 1968 den Fährbetrieb im Norden?", "Wer führt seit 1986 den Fährbetrieb im Norden?", "1986"),
    (
        "Warum stellt Jonas Brevik im Museum seine Bilder aus?",
        "Warum stellt Karla Voss im Museum seine Bilder aus?",
        "Karla Voss",
    ),
    (
        "Wie oft muss sich der Bootsbauer, dessen Urteil nicht rechtskräftig ist, bei der Polizei melden?",
        "Wie oft muss sich der Bootsbauer, dessen Urteil bereits rechtskräftig ist, bei der Polizei melden?",
        "bereits rechtskräftig",
    ),
    (
        "Warum hat Kapitän Holm den Hafenmeister abgemahnt?",
        "Warum hat der Hafenmeister den Kapitän Holm abgemahnt?",
        "Hafenmeister den Kapitän Holm",
    ),
]


@pytest.mark.parametrize(("true", "false", "wrong"), OF_SOMETHING_ELSE, ids=[case[1] for case in OF_SOMETHING_ELSE])
def test_what_the_article_has_of_something_else_is_noticed(true: str, false: str, wrong: str) -> None:
    retriever = Retriever([Article(text=COURT, title="Lindwarden", language="de")], WORDS_ALONE)
    assert retriever.answer(true).unsupported == ()
    assert wrong in [false[part.start : part.end] for part in retriever.answer(false).unsupported]


def test_verbs_whose_subject_and_object_change_places_have_no_roles() -> None:
    text = "Anna Kessler traf Jonas Brevik am Montag in Kiel, um über die Boote zu reden."
    retriever = Retriever([Article(text=text, title="Treffen", language="de")], WORDS_ALONE)
    assert retriever.answer("Warum traf Jonas Brevik Anna Kessler in Kiel?").unsupported == ()


FERRY = """Hester Quillan thinks the ferry was sunk on purpose. She suggests it was an offering to the river.

Not everyone agrees. Fergus Sorley said the stones could simply have been ballast.

The company had asked the court to halt the strike. The judge refused on Friday. The drivers sell tickets again."""


@pytest.mark.parametrize(
    "question",
    [
        "Why does Fergus Sorley doubt that the ferry was sunk as an offering?",  # what others have said
        "Does anyone know why the court didn't stop the strike?",  # a noun, and no verb that is denied
    ],
)
def test_of_what_the_article_has_in_other_words_nothing_is_unsupported(question: str) -> None:
    assert Retriever([Article(text=FERRY, title="-", language="en")], WORDS_ALONE).answer(question).unsupported == ()


MILL = """Die Mühle am Nordufer gehört Jette Harms. Sie liegt in der Gerberstraße und mahlt bis vier Uhr am Morgen.

Die Bank zahlt nichts für das neue Rad. Das alte Rad kommt aus Lindwarden und hat in dieser Saison noch kein einziges
Mal gemahlen. Die beiden Müller bauen es um. Beiden hilft ein Freund. Danach kommt der Boden dran."""


@pytest.mark.parametrize(
    ("question", "wrong"),
    [
        ("Wem gehört die Mühle am Südufer?", "Südufer"),  # words that begin with the opposite
        ("Wem gehört die Mühle in der Webergasse?", "Webergasse"),  # another street
        ("Warum hat das Rad in dieser Saison sofort gemahlen?", "sofort gemahlen"),  # what the sentence denies
        ("Scholz hat das Rad gekauft", "Scholz"),  # a name that opens a claim
        ("Stimmt es, dass Scholz das Rad gekauft hat?", "Scholz"),
        ("Warum will Biden das Rad kaufen?", "Biden"),  # neither "beiden" nor "Boden", misspelt
        ("Woher aus Greifenau kommt das Rad?", "Greifenau"),
    ],
)
def test_what_a_question_or_claim_has_wrong_is_marked(question: str, wrong: str) -> None:
    unsupported = Retriever([Article(text=MILL, title="-", language="de")], WORDS_ALONE).answer(question).unsupported
    assert wrong in [question[span.start : span.end] for span in unsupported]


@pytest.mark.parametrize(
    "question",
    [
        "Wem gehört die Mühle am Nordufer?",
        "Warum zahlt die Bank nichts für das neue Rad?",
        "Das Rad hat in dieser Saison noch nicht gemahlen, stimmt das?",
        "Rausgekommen ist das Rad erst im Herbst, stimmt das?",  # a participle opens the claim
        "Gestoppt hat das Rad ein Ast, stimmt das?",
        "Hat das alte Rad in dieser Saison gemahlen?",  # a no answers it
        "Woher kommt das alte Rad?",
    ],
)
def test_of_a_true_question_or_claim_nothing_is_marked(question: str) -> None:
    assert Retriever([Article(text=MILL, title="-", language="de")], WORDS_ALONE).answer(question).unsupported == ()


@pytest.mark.parametrize(
    ("text", "question"),
    [
        (
            "Der Umbau der Schleuse kostet 58 Millionen Euro, elf mehr als geplant.",
            "Warum kostet der Umbau der Schleuse elf Millionen mehr?",
        ),
        (
            "Der SV Torf spielt zum ersten Mal seit 1968 in der Landesliga.",
            "Spielte der SV Torf 1968 das letzte Mal in der Landesliga, stimmt das?",
        ),
        (
            "Beim Strom der Pumpen liege der Unterschied weniger am Motor als an der Steuerung, sagt Vogt.",
            "Woran liegt laut Vogt der Unterschied der Pumpen, die mehr Strom brauchen?",
        ),
        (
            "Den Fund meldete der Händler Vasile Munteanu. Die Figur lag auf einem Platz in Terfen.",
            "Was bezahlte der Händler in Terfen für die Figur?",
        ),
        (
            "Im Inselstaat Korvessa wurden die Uhren vorgestellt. Der Leiter der Nordinsel, Tobias Lund, "
            "ist dagegen. Zuvor gab die Regierung Korvessa Geld.",
            "Auf dieser Insel Korvessa haben sie die Uhren vorgestellt, stimmt das?",
        ),
        (
            "Die Turner trainieren in der Halle bis 22 Uhr. Nachmittags sei die Halle belegt gewesen.",
            "Warum trainieren die Turner abends in der Halle?",
        ),
        (
            "The rise has less to do with the rain than with the pumps, Hale said.",
            "Why did Hale say that the pumps had more to do with the rise?",
        ),
    ],
)
def test_what_the_article_says_in_another_way_is_not_unsupported(text: str, question: str) -> None:
    language = "en" if question.startswith("Why") else "de"
    answer = Retriever([Article.from_text(text, title="-", language=language)], WORDS_ALONE).answer(question)
    assert answer.quotes, "the sentence is found, so that something could be unsupported"
    assert answer.unsupported == ()
