"""The same thing in question and article, written otherwise, by words alone."""

import pytest

from content import Article
from retrieval import WORDS_ALONE, Retriever

GERMAN = [
    ("Die A 9 ist seit gestern gesperrt.", ["Was ist mit der A9?"]),
    ("Der ICE5 fährt heute nicht.", ["Was ist mit dem ICE 5?"]),
    ("Die G 20 tagen in Hamburg.", ["Wo tagen die G20?"]),
    ("Der Zug fährt um 9:15 Uhr ab.", ["Was fährt um 9.15 Uhr ab?", "Was fährt um 9:15 ab?"]),
    ("Der Zug fährt um 9.15 Uhr ab.", ["Was fährt um 9:15 Uhr ab?", "Was fährt um 9:15 ab?"]),
    ("Die Sitzung beginnt um 18:30 Uhr.", ["Was beginnt um halb sieben?", "Was beginnt um 18.30 Uhr?"]),
    ("Der Bund verlängert das 9-Euro-Ticket.", ["Wer verlängert das 9€-Ticket?", "Wer verlängert das 9 €-Ticket?"]),
    ("Der Bund verlängert das 9€-Ticket.", ["Wer verlängert das 9-Euro-Ticket?"]),
    ("Die Brücke kostet 20 Millionen Euro.", ["Was kostet 20 Mio. €?", "Was kostet 20 Mio Euro?"]),
    ("Der Anteil stieg auf 5 Prozent.", ["Was stieg auf 5 %?", "Was stieg auf 5%?"]),
]
ENGLISH = [
    ("The concert starts at 18:30 in the hall.", ["What starts at 6:30 p.m.?", "What starts at 6.30pm?"]),
    ("The concert starts at 6:30 p.m. in the hall.", ["What starts at 18:30?", "What starts at 6:30 PM?"]),
    ("The bridge cost £20m to build.", ["What cost 20 million pounds?", "What cost £20 million?"]),
    ("The bridge cost 20 million pounds to build.", ["What cost £20m?", "What cost £20mn?"]),
    ("The fund holds $4.2bn in bonds.", ["What holds 4.2 billion dollars?"]),
    ("A co-operative runs the mill.", ["What does the cooperative run?"]),
    ("A cooperative runs the mill.", ["What does the co-operative run?"]),
    ("The store is run from the U.S.A. by two men.", ["What is run from the USA?"]),
    ("Turnout was 62.4% on Sunday.", ["Was turnout 62.4 percent?"]),
]
CASES = [
    (language, sentence, question)
    for language, rows in (("de", GERMAN), ("en", ENGLISH))
    for sentence, questions in rows
    for question in questions
]
OTHERS = {"de": " Gäste sind willkommen. Der Saal ist klein.", "en": " Tickets are free. The choir is large."}


@pytest.mark.parametrize(("language", "sentence", "question"), CASES)
def test_what_is_written_otherwise_is_found(language: str, sentence: str, question: str) -> None:
    article = Article.from_text(sentence + OTHERS[language], title="-", language=language)
    answer = Retriever([article], WORDS_ALONE).answer(question)
    assert answer.found
    assert sentence in answer.quotes[0].text
    assert not answer.unsupported


@pytest.mark.parametrize(
    ("sentence", "question", "wrong"),
    [
        ("The concert starts at 6:30 p.m. in the hall.", "What starts at 7:30 p.m.?", "7:30 p.m"),
        ("The concert starts at 6:30 a.m. in the hall.", "What starts at 6:30 p.m.?", "6:30 p.m"),
        ("The bridge cost £20m to build.", "What cost £30m?", "30m"),
        ("The concert starts at 6:30 p.m. in the hall.", "What starts at 6:30?", ""),
    ],
)
def test_what_is_another_time_or_sum_is_told(sentence: str, question: str, wrong: str) -> None:
    article = Article.from_text(sentence + OTHERS["en"], title="-", language="en")
    answer = Retriever([article], WORDS_ALONE).answer(question)
    assert [question[start:end] for start, end in answer.unsupported] == ([wrong] if wrong else [])
