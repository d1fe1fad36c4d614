"""What an article has, but of somebody or something else: names, places, and what stands a sentence away."""

from __future__ import annotations

import pytest

from content import Article
from retrieval import WORDS_ALONE, Retriever

LIGHTHOUSE = """Der Leuchtturm von Nordersiel bekommt eine neue Lampe. Bürgermeister Henrik Asmus hat dafür lange \
geworben. Er will damit Gäste anlocken.

Bezahlt wird die Lampe von der Stiftung der Reederfamilie Torp, die früher eine Werft in Emshorn besaß. \
„Wir hängen an dem Turm“, sagte Elektriker Malte Grothe, der sie im Juni einbaut. Den Auftrag bekam er im Winter.

Gegen die Lampe ist Biologin Wencke Dirks. Das Licht locke Zugvögel an, die gegen die Scheiben fliegen.

Ein erster Probelauf ist gescheitert, weil ein Kabel feucht war. Das Kabel wurde in einer Werkstatt in Dornum getauscht.

Die Schwester des Leuchtturmwärters hat die alte Linse vom Dachboden geholt. Sie steht nun in der Schule.

Verhandelt wird auch mit dem Wirt der Strandhalle. Gegen ihn wird nicht geklagt, weil er die Schulden bezahlt hat."""

MILL = """Engineer Rosa Quill repaired the old mill at Fenby in the spring. She works there alone.

The mill is owned by farmer Tom Aldous, who welcomed the repair. Baker Joan Reece will buy the flour."""

# A true question, the words of it that are changed, and what makes it false.
CASES = [
    ("de", "Was besaß die Reederfamilie Torp früher?", "Torp", "Lohmeyer"),
    ("de", "Was wurde in der Werkstatt in Dornum getauscht?", "Dornum", "Emshorn"),
    ("de", "Warum scheiterte der erste Probelauf?", "scheiterte", "gelang"),
    ("en", "Why did farmer Tom Aldous welcome the repair?", "welcome", "criticise"),
]


@pytest.fixture(scope="module")
def retrievers() -> dict[str, Retriever]:
    texts = {"de": LIGHTHOUSE, "en": MILL}
    return {
        language: Retriever([Article(text=text, title="-", language=language)], WORDS_ALONE)
        for language, text in texts.items()
    }


@pytest.mark.parametrize(("language", "question", "right", "wrong"), CASES, ids=[f"{c[1]} {c[3]}" for c in CASES])
def test_what_the_article_has_of_others_is_noticed(
    language: str, question: str, right: str, wrong: str, retrievers: dict[str, Retriever]
) -> None:
    false = question.replace(right, wrong)
    assert retrievers[language].answer(question).unsupported == ()
    assert wrong in [false[part.start : part.end] for part in retrievers[language].answer(false).unsupported]


@pytest.mark.parametrize(
    "question",
    [
        "Was sagte der Handwerker Grothe über den Turm?",  # another word, of a wider meaning
        "Was hat die Forscherin Dirks gegen die Lampe?",  # another word for it
        "Was sagte der Bürgermeister über die Gäste?",  # without his name
        "Wem gehört der Leuchtturm in Nordersiel?",  # another preposition
        "Was hat die Schwester vom Leuchtturmwärter geholt?",  # another genitive
        "Welche Werkstatt in Emshorn gibt es?",  # none that is known already
    ],
)
def test_other_words_for_the_same_are_not_unsupported(question: str, retrievers: dict[str, Retriever]) -> None:
    assert retrievers["de"].answer(question).unsupported == ()


def test_a_role_in_place_of_a_name_is_of_whom_the_article_names() -> None:
    text = """Staatsanwalt Ulf Jensen forderte zwei Jahre Haft. Der Saal war voll.

Gutachterin Mona Reuter fand im Keller des Hotels eine gefälschte Urkunde. Sie war mit Tee gefärbt.

Jensen lobte den Gutachter. Der Prozess endet im Mai."""
    retriever = Retriever([Article(text=text, title="Prozess", language="de")], WORDS_ALONE)
    false = "Welche Urkunde fand der Staatsanwalt im Keller des Hotels?"
    (span,) = retriever.answer(false).unsupported
    assert false[span.start : span.end] == "Staatsanwalt"
    assert retriever.answer("Welche Haft forderte der Staatsanwalt?").unsupported == ()


def test_whoever_stands_before_the_object_may_be_the_subject() -> None:
    text = "Der Händler Vasil Munt rief an. Erst als seine Tochter das Bild in der Zeitung sah, war ihm das klar."
    retriever = Retriever([Article(text=text, title="Bild", language="de")], WORDS_ALONE)
    assert retriever.answer("Wo hat die Tochter des Händlers das Bild gesehen?").unsupported == ()
