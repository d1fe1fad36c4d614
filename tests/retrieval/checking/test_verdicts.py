"""What is said of a quotation: exact, shortened, altered or absent, and where it differs."""

from __future__ import annotations

import pytest

from content import Article
from retrieval import WORDS_ALONE, QuotationCheck, QuotationVerdict, Retriever, Span
from tests.retrieval.checking.pool import ARTICLE, ENGLISH_ARTICLE

EXACT, SHORTENED = QuotationVerdict.EXACT, QuotationVerdict.SHORTENED
ALTERED, ABSENT = QuotationVerdict.ALTERED, QuotationVerdict.ABSENT


def only(retriever: Retriever, text: str) -> QuotationCheck:
    (check,) = retriever.check(text)
    return check


@pytest.mark.parametrize(
    "text",
    [
        "„Wir haben jede Fliese zweimal umgedreht“",
        '"Wir haben jede Fliese zweimal umgedreht."',
        "»wir haben jede fliese zweimal umgedreht!«",
        "WIESNER: „WIR HABEN JEDE FLIESE ZWEIMAL UMGEDREHT“",
        "‚Wir haben jede Flie\u00adse zwei\u00admal umgedreht‘",
        "„Wir haben jede\nFliese zweimal\n umgedreht“",
        "„Wir haben jede Fliese zweimal umgedreht",
        "Der Artikel: „jede Fliese zweimal“",
        "„Das Wasser ist warm - der Eintritt bleibt bezahlbar. Mehr kann niemand verlangen …“",
        "„Die Kasse der Großanlage bleibt montags zu“",
        "„Die Kasse der Groß Anlage bleibt montags zu“",
        "„Familien mit drei Kindern koennen sich das im Sommer schlicht nicht mehr leisten“",
        "“We’re short of eleven people”, oh dear",
        "''It is a small cut''",
        "„Kritik am Preis“",
        "„Kein Bad im Landkreis ist billiger als unseres. Die Kasse der Groß-Anlage bleibt montags zu.“",
        "Die Sanierung hat 3,4 Millionen Euro gekostet, rund 900.000 Euro mehr als geplant.",
        "Readers had handed in a petition with 2,300 names",
    ],
)
def test_word_for_word_is_exact(pool: Retriever, text: str) -> None:
    check = only(pool, text)
    assert (check.verdict, check.changes, check.omissions) == (EXACT, (), ())
    assert check.quote
    assert check.quote.highlights == ()


@pytest.mark.parametrize(
    ("text", "left_out"),
    [
        ("„Wir haben jede Fliese umgedreht“", ["zweimal"]),
        ("„Familien mit drei Kindern können sich das […] nicht mehr leisten“", ["im Sommer schlicht"]),
        ("„Familien mit drei Kindern können sich das ... nicht mehr leisten“", ["im Sommer schlicht"]),
        ("„Familien können sich das im Sommer nicht mehr leisten“", ["mit drei Kindern", "schlicht"]),
        ("„Das Wasser ist warm. Mehr kann niemand verlangen“", ["der Eintritt bleibt bezahlbar"]),
        ("“It is a small cut, and it hurts fewer readers”", []),
        ("“It is a cut, and it hurts fewer readers than any other”", ["small"]),
    ],
)
def test_words_left_out_within_it_make_it_shortened(pool: Retriever, text: str, left_out: list[str]) -> None:
    check = only(pool, text)
    assert check.verdict is (SHORTENED if left_out else EXACT)
    assert check.changes == ()
    assert check.quote
    original = check.quote.article.text
    assert [original[start:end] for start, end in check.omissions] == left_out
    assert check.quote.highlights == check.omissions


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("„Wir haben jede Fliese dreimal umgedreht“", [("dreimal", "zweimal")]),
        ("„Wir haben jede Fliese zweimal gezählt“", [("gezählt", "umgedreht")]),
        ("„Sie haben jede Fliese zweimal umgedreht“", [("Sie", "Wir")]),
        ("„Wir haben wirklich jede Fliese zweimal umgedreht“", [("wirklich", "")]),
        ("„Kein Bad im Land ist teurer als unseres“", [("Land", "Landkreis"), ("teurer", "billiger")]),
        (
            "„Familien mit vier Kindern können sich das im Winter schlicht nicht mehr leisten“",
            [("vier", "drei"), ("Winter", "Sommer")],
        ),
        ("Die Sanierung hat 34 Millionen Euro gekostet", [("34", "3,4")]),
        ("“Were short of eleven people, and nobody is coming”", [("Were", "We're")]),
        ("„Die Kasse der Gross-Anlage bleibt montags zu“", [("Gross", "Groß")]),
        (
            "„Das Wasser ist warm, der eintritt bleibt Bezahlbar“",
            [("eintritt", "Eintritt"), ("Bezahlbar", "bezahlbar")],
        ),
        ("“We're short of seven people, and nobody is coming to help us”", [("seven", "eleven")]),
    ],
)
def test_changes_are_located_on_both_sides(pool: Retriever, text: str, changes: list[tuple[str, str]]) -> None:
    check = only(pool, text)
    assert check.verdict is ALTERED
    assert check.quote
    original = check.quote.article.text
    assert [(text[slice(*here)], original[slice(*there)]) for here, there in check.changes] == changes
    assert [original[slice(*each)] for each in check.quote.highlights] == [there for _, there in changes if there]


@pytest.mark.parametrize(
    "text",
    [
        "Wiesner: „Dieses Bad war von Anfang an ein Fehler.“",
        "„Die Betriebsleiterin hat nie gerechnet, und jetzt zahlen wir alle die Zeche“",
        "„Mehr Wasser gibt es im Landkreis nicht, sagt niemand.“",
        "“The library is a waste of money and should be sold”",
        "Das Freibad wird im Herbst an einen Investor verkauft.",
    ],
)
def test_what_no_article_has_is_absent(pool: Retriever, text: str) -> None:
    check = only(pool, text)
    assert (check.verdict, check.quote, check.speaker, check.changes) == (ABSENT, None, None, ())


def test_the_quote_is_the_article_s_sentence(pool: Retriever) -> None:
    check = only(pool, "„jede Fliese dreimal umgedreht“")
    assert check.quote
    assert (
        check.quote.text == "„Wir haben jede Fliese zweimal umgedreht“, sagte Bürgermeister Konrad Wiesner am Montag."
    )
    assert check.original == Span(
        ARTICLE.text.index("jede Fliese"), ARTICLE.text.index("umgedreht“") + len("umgedreht")
    )
    assert check.quote.paragraph.number == 1


def test_a_sentence_left_out_whole_is_left_out_of_the_quote(pool: Retriever) -> None:
    check = only(
        pool,
        "„Der Schwimmverein ist unzufrieden. […] Wiesner widersprach: Kein Bad im Landkreis ist billiger als unseres.“",
    )
    assert check.verdict is SHORTENED
    assert check.quote
    assert check.quote.text.startswith("Der Schwimmverein ist unzufrieden. […] Wiesner widersprach")


def test_a_quotation_over_a_heading_does_not_leave_it_out(pool: Retriever) -> None:
    assert only(pool, "„statt 4 Euro. Der Schwimmverein ist unzufrieden.“").verdict is EXACT


def test_every_quotation_of_a_message_in_order(pool: Retriever) -> None:
    text = "Aydin: „Das Wasser ist warm“. Und Lang so: „Das Wasser ist kalt.“ Und: „Mehr kann niemand fordern“"
    found = [(text[check.start : check.end], check.verdict) for check in pool.check(text)]
    assert found == [
        ("Das Wasser ist warm", EXACT),
        ("Das Wasser ist kalt.", ALTERED),
        ("Mehr kann niemand fordern", ALTERED),
    ]


def test_a_message_in_marks_is_read_for_the_quotation_in_it(pool: Retriever) -> None:
    text = "Tom schrieb: „Krass, der Wiesner hat echt gesagt: ‚Kein Bad im Landkreis ist billiger als unseres.‘“"
    check = only(pool, text)
    assert (text[check.start : check.end], check.verdict) == ("Kein Bad im Landkreis ist billiger als unseres.", EXACT)


def test_a_quotation_that_has_one_in_it_is_compared_as_a_whole(pool: Retriever) -> None:
    check = only(
        pool,
        "„Wiesner sagte: ‚Kein Bad im Landkreis ist billiger als unseres.‘ Die Kasse der Anlage bleibt montags zu“",
    )
    assert check.verdict is ALTERED


@pytest.mark.parametrize(
    "text",
    [
        "",
        "„“",
        "„ “",
        "Hallo zusammen",
        "Wann öffnet das Freibad?",
        "Was sagt der „Bote“ dazu, dass es teurer wird?",
        "🙂" * 9,
    ],
)
def test_a_message_without_a_quotation(pool: Retriever, text: str) -> None:
    assert [check.verdict for check in pool.check(text)] in ([], [ABSENT])


def test_the_title_of_an_article_is_no_quotation(pool: Retriever) -> None:
    text = "In „Hohenrieds Freibad öffnet mit neuen Preisen“ steht: „Eine Tageskarte kostet künftig 4,50 Euro“"
    assert [check.verdict for check in pool.check(text)] == [EXACT]


@pytest.mark.parametrize(
    ("text", "quotation"),
    [
        ("Wiesner: Kein Bad im Landkreis ist billiger als unseres.", "Kein Bad im Landkreis ist billiger als unseres."),
        (
            "Kein Bad im Landkreis ist billiger als unseres. Echt jetzt?",
            "Kein Bad im Landkreis ist billiger als unseres.",
        ),
        (
            "Kein Bad im Landkreis ist billiger als unseres, stimmt das?",
            "Kein Bad im Landkreis ist billiger als unseres",
        ),
        (
            "hört euch das an\nEine Tageskarte kostet künftig 4,50 Euro statt 4 Euro.\nunglaublich",
            "Eine Tageskarte kostet künftig 4,50 Euro statt 4 Euro.",
        ),
    ],
)
def test_a_pasted_sentence_is_found_without_marks(pool: Retriever, text: str, quotation: str) -> None:
    check = only(pool, text)
    assert (text[check.start : check.end], check.verdict) == (quotation, EXACT)


def test_pasted_sentences_in_a_row_are_one_quotation(pool: Retriever) -> None:
    text = "Mehr kann niemand verlangen, sagte Betriebsleiterin Selma Aydin. Eine Tageskarte kostet künftig 5,50 Euro."
    check = only(pool, text)
    assert (check.start, check.end, check.verdict) == (0, len(text), ALTERED)


def test_the_article_that_has_it_is_found_among_many() -> None:
    others = [
        Article.from_text(
            f"Das Freibad Nummer {number} öffnet. Wir haben jede Wand gestrichen.", title="x", language="de"
        )
        for number in range(200)
    ]
    retriever = Retriever([*others, ARTICLE, ENGLISH_ARTICLE], WORDS_ALONE)
    check = only(retriever, "„Wir haben jede Fliese zweimal umgedreht“")
    assert check.verdict is EXACT
    assert check.quote
    assert check.quote.article is ARTICLE


def test_a_quotation_of_common_words_alone_is_found() -> None:
    paragraphs = [f"Die Gemeinde {name} soll bald machen, was der Rat von ihr will." for name in "ABCDEFGHIJ"]
    text = "\n\n".join([*paragraphs, "Sie soll machen, was sie will."])
    library = Retriever([Article.from_text(text, title="Räte", language="de")], WORDS_ALONE)
    assert only(library, "„Sie soll machen, was sie will.“").verdict is EXACT
