"""`python -m bot evaluate`, on small files of its own."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli import main
from retrieval.evaluation.measures import TITLES
from retrieval.scoring.decision.answerability import LogisticModel, LogisticModelPair
from retrieval.scoring.decision.fitted_constants import FILE, read_constants, write_constants
from tests.support.retrieval.fake_encoder import FakeEncoder

CONTEXTS = ["Die Brücke über die Lahn wurde 1912 gebaut.", "Den Umbau bezahlt zur Hälfte das Land Hessen."]
QUESTIONS = ["Wann wurde die Brücke über die Lahn gebaut?", "Wer bezahlt die Hälfte von dem Umbau?"]
ANSWERS = ["1912", "das Land Hessen"]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    paragraphs = [
        {
            "context": context,
            "qas": [
                {"id": found, "question": asked, "answers": [{"text": found, "answer_start": context.index(found)}]}
            ],
        }
        for context, asked, found in zip(CONTEXTS, QUESTIONS, ANSWERS, strict=True)
    ]
    other = {"title": "Wal", "paragraphs": [{"context": "Wale singen über Land im Winter.", "qas": []}]}
    path = tmp_path / "questions.json"
    path.write_text(json.dumps({"data": [{"title": "Brücke", "paragraphs": paragraphs}, other]}), "utf-8")
    return path


@pytest.fixture
def readers(tmp_path: Path) -> Path:
    questions = [
        {"question": QUESTIONS[0], "answerable": True, "any": ["1912"]},
        {"question": "Wie alt ist die Lahn?", "answerable": False, "kind": "attribute"},
    ]
    article = {"title": "Brücke", "language": "de", "text": CONTEXTS[0], "questions": questions}
    path = tmp_path / "readers.json"
    path.write_text(json.dumps({"articles": [article]}), "utf-8")
    return path


@pytest.fixture(autouse=True)
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Words alone, and a folder for what is kept."""
    monkeypatch.setenv("ENCODER", "off")
    monkeypatch.setenv("INDEX_DIR", str(tmp_path / "index"))
    return tmp_path / "index"


@pytest.fixture
def encoder(monkeypatch: pytest.MonkeyPatch) -> FakeEncoder:
    encoder = FakeEncoder()
    monkeypatch.setenv("ENCODER", "auto")
    monkeypatch.setattr("bot.articles.encoders.default_encoder", lambda: encoder)
    return encoder


def evaluate(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["evaluate", *map(str, arguments)])


def test_a_table_of_figures_one_row_a_set_and_way(file: Path, readers: Path, encoder: FakeEncoder) -> None:
    result = evaluate(file, readers)
    assert result.exit_code == 0
    head, *rows = result.stdout.splitlines()
    assert head.split() == ["set", *TITLES.values()]
    assert [row.split()[:2] for row in rows[:4]] == [
        ["questions", "encoder"],
        ["questions", "words"],
        ["readers", "encoder"],
        ["readers", "words"],
    ]
    assert rows[0].split()[2:4] == ["2", "1.000"]
    assert rows[4].startswith("near-misses refused, readers, encoder: attribute 1/1")
    assert encoder.questions


def test_by_words_alone_no_encoder_is_asked(file: Path, encoder: FakeEncoder) -> None:
    result = evaluate(file, "--words")
    assert [row.split()[1:3] for row in result.stdout.splitlines()[1:]] == [["words", "alone"]]
    assert not encoder.questions
    assert "near-misses" not in result.stdout


def test_figures_and_misses_as_json(file: Path, readers: Path) -> None:
    first, second = json.loads(evaluate(file, readers, "--json").stdout)
    assert (first["name"], first["way"], first["article_r1"]) == ("questions", "words alone", 1.0)
    assert isinstance(first["misses"], list)
    assert second["near_misses"] == {"attribute": {"refused": 1, "asked": 1}}


def test_a_sample(file: Path) -> None:
    (report,) = json.loads(evaluate(file, "--json", "--sample", 1).stdout)
    assert report["questions"] == 1


def test_questions_in_another_language_are_asked_instead(file: Path, tmp_path: Path) -> None:
    asked = json.loads(file.read_text("utf-8"))
    for number, paragraph in enumerate(asked["data"][0]["paragraphs"]):
        paragraph["qas"][0]["question"] = ["Что было в 1912?", "Что такое Hessen?"][number]
    other = tmp_path / "other.json"
    other.write_text(json.dumps(asked), "utf-8")
    (report,) = json.loads(evaluate(file, "--questions", other, "--json").stdout)
    assert report["name"] == "questions, other"
    assert report["library_r1"] == 1.0
    other.write_text('{"data": []}')
    result = evaluate(file, "--questions", other)
    assert result.exit_code == 1
    assert "none of the files has its questions" in result.stderr


def test_a_page(file: Path, readers: Path, tmp_path: Path) -> None:
    result = evaluate(file, readers, "--page", tmp_path / "report.html")
    assert result.exit_code == 0
    page = (tmp_path / "report.html").read_text("utf-8")
    assert "<h1>questions, readers</h1>" in page
    assert "words alone" in page


def test_questions_that_got_no_vector_are_told(file: Path, encoder: FakeEncoder) -> None:
    encoder.fails_at = [QUESTIONS[0]]
    result = evaluate(file)
    assert result.exit_code == 0
    assert "questions got no vector in time" in result.stderr


def test_an_encoder_that_cannot_be_used_is_a_failure(file: Path, encoder: FakeEncoder) -> None:
    encoder.down = True
    result = evaluate(file)
    assert result.exit_code == 1
    assert "error: The fake encoder is told to be down." in result.stderr


def test_constants_are_fitted_printed_and_kept(file: Path, readers: Path, index: Path, encoder: FakeEncoder) -> None:
    result = evaluate("--fit", file, readers)
    assert result.exit_code == 0
    name, own, foreign, _, head, first, second = result.stdout.splitlines()
    assert name == encoder.name
    kept = read_constants(index).fitted[encoder.name]
    assert own.split(maxsplit=1) == ["own", repr(kept.own)]
    assert foreign.split(maxsplit=1) == ["foreign", repr(kept.foreign)]
    assert head.split() == ["set", "n", *["denied", "wrong", "near", "simil."] * 2]
    assert first.split()[:2] == ["questions", "2"]
    assert second.split()[:2] == ["readers", "1"]
    assert str(index / FILE) in result.stderr


def test_constants_of_words_alone_are_printed_only(
    file: Path, readers: Path, index: Path, encoder: FakeEncoder
) -> None:
    result = evaluate("--fit", "--words", "--json", file, readers)
    assert result.exit_code == 0
    fitted = json.loads(result.stdout)
    assert fitted["encoder"] is None
    assert fitted["own"]["sentence"] == 0.0
    first, second = fitted["sets"]
    assert first["tuned"].keys() == first["left_out"].keys() == {"denied", "wrong_refusals", "near_misses", "similar"}
    assert second["left_out"] is None, "the other file has nothing without an answer"
    assert not (index / FILE).exists()
    assert not encoder.passages


def test_kept_constants_decide_in_the_next_evaluation(file: Path, index: Path, encoder: FakeEncoder) -> None:
    # The articles now lack most of the words: where they have them, no formula is asked.
    file.write_text(file.read_text("utf-8").replace("?", ", Herrgott Sakrament nochmal?"), "utf-8")
    assert [way["wrong_refusals"] for way in json.loads(evaluate(file, "--json").stdout)] == [0.0, 0.0]
    never = LogisticModel(-9.0, 0.0, 0.0, 0.0, 0.0, answer=0.5, none=0.1)
    write_constants(index, encoder.name, LogisticModelPair(never, never))
    assert [way["wrong_refusals"] for way in json.loads(evaluate(file, "--json").stdout)] == [1.0, 0.0]


def test_who_says_it_is_scored_on_the_gold_readings() -> None:
    result = evaluate("--attribution")
    assert result.exit_code == 0
    assert "musk-putin" in result.stdout
    assert "source_postposition" in result.stdout
    as_json = json.loads(evaluate("--attribution", "--json").stdout)
    assert as_json["articles"]["musk-putin"]["f1"] == 1.0


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        (b"[]", "something in it is of another kind"),
        (b"{}", 'it lacks "data"'),
        (b'{"data": [{"paragraphs": [{"qas": []}]}]}', 'it lacks "context"'),
        (b"Wer?", "it is no JSON (line 1: Expecting value)"),
        (b"\xff\xfe", "it is not in UTF-8"),
    ],
)
def test_a_file_of_another_format_is_told(tmp_path: Path, content: bytes, cause: str) -> None:
    file = tmp_path / "other.json"
    file.write_bytes(content)
    result = evaluate(file)
    assert result.exit_code == 1
    assert result.stderr == (
        f"error: {file}: neither in SQuAD's format (data > paragraphs > qas) nor in that of readers' questions "
        f"(articles > questions); {cause}\n"
    )
    result = evaluate("--attribution", file)
    assert (result.exit_code, result.stderr.startswith(f"error: {file}: no reading of an article; it has")) == (1, True)


@pytest.mark.parametrize("arguments", [[], ["--fit"], ["--denied", "0.2", "--wrong-refusals", "0.1"]])
def test_wrong_usage(file: Path, arguments: list[str]) -> None:
    assert evaluate(*arguments, *([file] if "--denied" in arguments else ())).exit_code == 2
