from __future__ import annotations

from pathlib import Path

import pytest

from retrieval.base.errors import InvalidBenchmark
from retrieval.evaluation.sets.question_files import read_sets
from tests.support.retrieval.question_files import READERS, SQUAD, written

ENGLISH = {"vier Euro": "How much?", "Anton Kessler": "Whose?", "im Keller": "Where?", "None": "Who?"}
OTHER_LANGUAGE = {"data": [{"paragraphs": [{"qas": [{"id": key, "question": text} for key, text in ENGLISH.items()]}]}]}


def test_files_of_both_formats_in_order(tmp_path: Path) -> None:
    files = [written(tmp_path / "news.json", READERS), written(tmp_path / "quad.de.json", SQUAD)]
    sets = read_sets(files, "de")
    assert [(each.name, len(each), each.foreign) for each in sets] == [
        ("news", 3, False),
        ("news, other language", 1, True),
        ("quad.de", 4, False),
    ]


@pytest.mark.parametrize(("beside", "names"), [(False, ["quad, english"]), (True, ["quad", "quad, english"])])
def test_questions_in_another_language_are_asked_of_the_file_that_has_them(
    tmp_path: Path, beside: bool, names: list[str]
) -> None:
    files = [written(tmp_path / "news.json", READERS), written(tmp_path / "quad.json", SQUAD)]
    sets = read_sets(files, questions=[written(tmp_path / "english.json", OTHER_LANGUAGE)], beside=beside)
    assert [each.name for each in sets] == ["news", "news, other language", *names]
    assert sets[-1].articles[0].questions[0].text == "How much?"
    assert sets[-1].foreign


def test_questions_about_the_articles_of_another_file(tmp_path: Path) -> None:
    article = {"id": "bath", "title": "Bad", "language": "de", "text": "Das Bad ist zu.", "questions": []}
    written(tmp_path / "news.json", {"articles": [article]})
    asked = [{"id": "bath", "questions": [{"question": "Ist es zu?", "answerable": True, "any": ["ist zu"]}]}]
    (found,) = read_sets([written(tmp_path / "more.json", {"articles_of": ["news.json"], "articles": asked})])
    assert [entry.article.title for entry in found.articles] == ["Bad"]
    assert [each.text for entry in found.articles for each in entry.questions] == ["Ist es zu?"]


@pytest.mark.parametrize(
    ("of", "slug", "told"),
    [("gone.json", "bath", r"gone\.json cannot be read"), ("news.json", "elsewhere", 'it lacks "elsewhere"')],
)
def test_an_article_that_the_other_file_lacks_is_an_error(tmp_path: Path, of: str, slug: str, told: str) -> None:
    written(tmp_path / "news.json", {"articles": [{"id": "bath"}]})
    path = written(tmp_path / "more.json", {"articles_of": [of], "articles": [{"id": slug, "questions": []}]})
    with pytest.raises(InvalidBenchmark, match=rf"more\.json.*{told}"):
        read_sets([path])


def test_questions_of_no_file_are_an_error(tmp_path: Path) -> None:
    file, other = written(tmp_path / "a.json", SQUAD), written(tmp_path / "b.json", {"data": []})
    with pytest.raises(InvalidBenchmark, match=r"b\.json: none of the files has its questions"):
        read_sets([file], questions=[other])


def test_a_question_that_is_missing_in_the_other_language_is_an_error(tmp_path: Path) -> None:
    some = {"data": [{"paragraphs": [{"qas": [{"id": "im Keller", "question": "Where?"}]}]}]}
    file, other = written(tmp_path / "a.json", SQUAD), written(tmp_path / "b.json", some)
    with pytest.raises(InvalidBenchmark, match='"vier Euro" is in one of the two files only'):
        read_sets([file], questions=[other])


@pytest.mark.parametrize(
    "content", ["", "[]", '{"data": [{"paragraphs": [{}]}]}', '{"data": 3}', '{"articles": [{}]}', '{"articles": 3}']
)
def test_a_file_in_another_format_is_an_error(content: str, tmp_path: Path) -> None:
    path = tmp_path / "broken.json"
    path.write_text(content, "utf-8")
    with pytest.raises(InvalidBenchmark, match=r"broken\.json: neither in SQuAD's format"):
        read_sets([path])
    with pytest.raises(InvalidBenchmark):
        read_sets([written(tmp_path / "a.json", SQUAD)], questions=[path])


def test_bytes_that_are_no_text_are_an_error(tmp_path: Path) -> None:
    path = tmp_path / "broken.json"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InvalidBenchmark):
        read_sets([path])
