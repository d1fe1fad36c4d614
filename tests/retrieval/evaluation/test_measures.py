from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from retrieval import RetrievalError
from retrieval.evaluation.ablation import ablate, variants
from retrieval.evaluation.curve import curve_points
from retrieval.evaluation.fit_refusal import collect, fit
from retrieval.evaluation.measures import Chances, evaluate
from retrieval.evaluation.page import page, write_page
from retrieval.evaluation.squad import GoldArticle, read_squad
from retrieval.evaluation.typing_errors import with_typing_error

FERRY = "Die Fähre legt um acht Uhr ab. Sie kostet vier Euro und braucht zwanzig Minuten bis zur Insel."
MILL = "Die Mühle am Fluss mahlt seit 1790 Korn. Ihr Besitzer heißt Anton Kessler, er ist 71 Jahre alt."
PEAR = "Birnen reifen im September. Der Gärtner <Ole> lagert sie im Keller, weil es dort kühl ist."
SNOW = "Im Januar lag der Schnee zwei Meter hoch. Der Pass blieb neun Tage lang gesperrt."


def asked(question: str, context: str, answer: str | None) -> dict[str, object]:
    if answer is None:
        return {"question": question, "is_impossible": True, "answers": []}
    return {"question": question, "answers": [{"text": answer, "answer_start": context.index(answer)}]}


@pytest.fixture(scope="module")
def gold(tmp_path_factory: pytest.TempPathFactory) -> tuple[GoldArticle, ...]:
    harbour = [
        {"context": FERRY, "qas": [asked("Was kostet die Fähre?", FERRY, "vier Euro")]},
        {"context": MILL, "qas": [asked("Wem gehört die Mühle am Fluss?", MILL, "Anton Kessler")]},
    ]
    garden = [
        {"context": PEAR, "qas": [asked("Wo lagert der Gärtner Birnen?", PEAR, "im Keller")]},
        {"context": SNOW, "qas": [asked("Wer erfand das Telefon?", SNOW, None)]},
    ]
    data = {"data": [{"title": "Hafen", "paragraphs": harbour}, {"title": "Garten", "paragraphs": garden}]}
    path = tmp_path_factory.mktemp("squad") / "squad.json"
    path.write_text(json.dumps(data), "utf-8")
    return read_squad(path, "de")


def test_a_report_has_every_measure(gold: tuple[GoldArticle, ...]) -> None:
    seen: list[tuple[int, int]] = []
    report = evaluate(gold, progress=lambda done, total: seen.append((done, total)))
    assert report.questions == 4
    assert seen == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert report.library_r1 == report.article_r1 == report.library_mrr == 1.0
    assert report.quote_1 <= report.quote_2 <= report.quote_3
    assert report.refused_random == report.refused_impossible == 1.0
    assert json.loads(report.to_json())["quote_1"] == report.quote_1


def test_what_is_asked_where_no_answer_is_can_be_left_out(gold: tuple[GoldArticle, ...]) -> None:
    report = evaluate(gold, refusals=False)
    assert report.refused_random is None
    assert report.refused_impossible == 1.0


def test_every_part_of_the_model_is_switched_off_once(gold: tuple[GoldArticle, ...]) -> None:
    names = [name for name, _ in variants()]
    assert names[0] == ""
    assert len(set(names)) == len(names)
    assert [row.part for row in ablate(gold)] == names


def test_the_page_shows_the_misses_and_loads_nothing(gold: tuple[GoldArticle, ...], tmp_path: Path) -> None:
    report = evaluate(gold)
    write_page(tmp_path / "page.html", "Titel & Probe", report, ablate(gold[:1]))
    html = (tmp_path / "page.html").read_text("utf-8")
    assert "Titel &amp; Probe" in html
    assert "<svg" in html
    assert "<script" not in html
    assert "http" not in html
    assert all(miss.question in html for miss in report.misses)
    assert "<Ole>" not in page("T", report)


def test_the_curve_rises() -> None:
    chances = [Chances(answerable=0.9, removed=0.1), Chances(answerable=0.5, removed=0.6)]
    assert curve_points(chances, "removed") == [(0.0, 0.5), (0.5, 1.0)]
    assert curve_points(chances, "similar") == []


def test_fitting_tells_answered_from_unanswered(gold: tuple[GoldArticle, ...]) -> None:
    observed = tuple(collect(gold))
    fitted = fit(observed, wrong_refusals=0.0, wrong_nears=0.2)
    assert fitted == fit(observed, wrong_refusals=0.0, wrong_nears=0.2)
    assert all(fitted.probability(signals) >= fitted.answer for signals, answerable in observed if answerable)
    assert fitted.near <= fitted.answer


@pytest.mark.parametrize("content", ["", "[]", '{"data": [{"paragraphs": [{}]}]}', '{"data": 3}'])
def test_a_file_in_another_format_is_an_error(content: str, tmp_path: Path) -> None:
    path = tmp_path / "broken.json"
    path.write_text(content, "utf-8")
    with pytest.raises(RetrievalError, match="SQuAD"):
        read_squad(path, "de")


def test_one_word_is_mistyped_after_its_first_letter() -> None:
    chance = random.Random(1)
    for _ in range(50):
        first, second, third = with_typing_error("Wo liegt Oberammergau", chance).split()
        assert (first, second) == ("Wo", "liegt")
        assert third[0] == "O"
        assert abs(len(third) - len("Oberammergau")) <= 1
    assert with_typing_error("", chance) == ""
