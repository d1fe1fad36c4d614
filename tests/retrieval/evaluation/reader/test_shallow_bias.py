"""What the wording of a question gives away is known, so that it need not be learnt."""

from __future__ import annotations

from content import Article
from retrieval.evaluation.reader.data.cases import ReadArticle, ReaderCase
from retrieval.evaluation.reader.data.shallow_bias import ShallowModel, features_of, shallow_logits
from retrieval.evaluation.sets.question_sets import GoldQuestion

ANSWERED = [f"sag mal, was macht {name}" for name in ("Vogt", "Brehm", "Sand", "Lund", "Kern", "Thal")]
NEAR = [f"Wie alt ist {name}?" for name in ("Vogt", "Brehm", "Sand", "Lund", "Kern", "Thal")]


def test_words_pairs_of_them_and_grams_are_features() -> None:
    assert {"was", "was macht", "#mach", "^ was"} <= features_of("Was macht")


def test_a_wording_that_only_near_misses_have_is_known() -> None:
    cosines = [0.8] * 12
    model = ShallowModel(ANSWERED + NEAR, cosines, [True] * 6 + [False] * 6)
    yes, no = model.logits(["sag mal, was macht Holm", "Wie alt ist Holm?"], [0.8, 0.8])
    assert yes > 0 > no


def test_nearness_that_tells_something_is_known() -> None:
    questions = ["Was?"] * 12
    model = ShallowModel(questions, [0.9, 0.8] * 6, [False, True] * 6)
    near, far = model.logits(["Was?", "Was?"], [0.9, 0.8])
    assert far > near


def test_a_case_is_judged_by_those_of_other_articles() -> None:
    articles = [
        ReadArticle(Article.from_text(f"Im Dorf {n} ist Ruhe.", title=f"Dorf {n}", language="de"), "x") for n in "abcd"
    ]
    cases = [
        ReaderCase(GoldQuestion(text, answerable=answerable), article, frozenset({0} if answerable else ()))
        for article in articles
        for text, answerable in ((ANSWERED[0], True), (NEAR[0], False))
    ]
    logits = shallow_logits(cases, dict.fromkeys(cases, 0.8))
    assert all(logits[case] < 0 for case in cases), "even of an answerable question most windows do not answer"
    assert all(logits[yes] > logits[no] for yes, no in zip(cases[::2], cases[1::2], strict=True))
