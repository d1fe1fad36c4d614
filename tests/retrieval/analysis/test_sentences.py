import pytest
from hypothesis import given
from hypothesis import strategies as st

from content import Article
from retrieval.analysis.sentences import article_sentences, split_sentences
from retrieval.base.spans import Span
from retrieval.language import ENGLISH, GERMAN, LanguageRules


def split(text: str, rules: LanguageRules = GERMAN) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text, Span(0, len(text)), rules)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["Am 8. Februar kam Dr. Meyer.", "Er blieb z. B. bis zum 3. März."],
        ["Das Gesetz gilt u.a. für ca. 40 Orte.", "Der Rat stimmte zu!"],
        ["„Das ist gut.“", "Sie ging."],
        ["»Wer kommt?«", "Niemand kam."],
        ["Er sagte: „Ich komme.“", "Dann ging er."],
        ["Sie zögerte …", "Dann sprang sie."],
        ["Der 1. FC Köln gewann.", "Es stand 3 zu 2.", "Der Trainer lachte."],
        ["J. F. Kennedy sprach.", "Alle hörten zu."],
        ["Er kam – spät.", "– Sie auch."],
        ["Kostet das 3,20 Euro?", "Ja!"],
        ["Prof. Dr. med. Ute Rahn und Dr. jur. Olaf Pohl kamen.", "Auch Dr. h. c. Inge Sand war da."],
        ["Bgm. Petra Holm und Abg. Kunz schwiegen.", "Mag. Steiner von der Fa. Lenz sprach."],
        ["Nach Art. 12 und Ziff. 3 darf er das.", "Er wohnt in der Königstr. 4 in Hof."],
        ["Es kamen 20 Tsd. Gäste.", "Am Do. 5. März ist Schluss."],
        ["Das dauert 15 Min.", "Der Zug kommt."],
        ["Die Kinder sind jünger als 14.", "Trainingszeiten stehen aus."],
        ["Bremen liegt auf Platz 2.", "Torwart Klein hielt gut."],
        ["Im frühen 18. Jahrhundert und am 3. Spieltag war das so.", "Die 2. Liga ruht."],
        ["Am 4. Ma\u0308rz war Ruhe.", "Gut."],
        ["« Ja ! » rief er.", "« Nein ! »", "Dann ging er."],
        ["Ich helfe dir.", "Komm doch!"],
    ],
)
def test_german_sentences(sentences: list[str]) -> None:
    assert split(" ".join(sentences)) == sentences


@pytest.mark.parametrize(
    "sentences",
    [
        ["Dr. Rae spoke at 5 p.m. in the U.S. Senate.", "Nobody answered."],
        ['"Go," she said.', '"Now!"', "He went."],
        ["It was built in 1994.", "Mr. Finch left."],
        ["He lives at No. 5 in Ft. Worth.", "Pres. Lane and Det. Insp. Rowe came."],
        ["Acme Co. Chairman Jim Poe of Smith Bros. Trading spoke.", "He sold it to Acme Co.", "They left."],
        ["She said no.", "They left."],
    ],
)
def test_english_sentences(sentences: list[str]) -> None:
    assert split(" ".join(sentences), ENGLISH) == sentences


def test_items_of_a_list_are_sentences() -> None:
    assert split("Es fehlen:\n- Salz und Brot\n- Wasser") == ["Es fehlen:", "- Salz und Brot", "- Wasser"]


def test_headings_are_in_no_sentence() -> None:
    article = Article.from_text("# Kopf\n\nEin Satz.\n\n## Noch einer\n\nZwei. Drei.", title="T", language="de")
    texts = [article.text[start:end] for _, sentences in article_sentences(article) for start, end in sentences]
    assert texts == ["Ein Satz.", "Zwei.", "Drei."]


@given(st.text(alphabet="aB1. !?…„“\"'()–-\n\t", max_size=80))
def test_sentences_are_in_order_and_leave_out_only_white_space(text: str) -> None:
    spans = split_sentences(text, Span(0, len(text)), GERMAN)
    assert list(spans) == sorted(spans)
    rest = list(text)
    for start, end in spans:
        assert text[start:end].strip() == text[start:end] != ""
        rest[start:end] = [" "] * (end - start)
    assert not "".join(rest).strip()
