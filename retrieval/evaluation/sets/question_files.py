"""Reads files of questions, in SQuAD's format or in that of readers' questions."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from retrieval.base.errors import InvalidBenchmark
from retrieval.evaluation.sets.question_sets import QuestionSet
from retrieval.evaluation.sets.readers import readers_sets
from retrieval.evaluation.sets.squad import Json, squad_set, texts_by_id


def read_sets(
    files: Iterable[Path], language: str = "de", questions: Sequence[Path] = (), *, beside: bool = False
) -> tuple[QuestionSet, ...]:
    """The sets of the files, in order; of readers' questions those in other languages are a set of their own.

    `language` is that of articles where a file does not tell. `questions` are files with the questions of some of the
    others in another language, by their ids: they are asked instead, or with `beside` in sets of their own.

    Raises:
        InvalidBenchmark: a file is in neither format, or one of `questions` does not fit any other, or not wholly.
    """
    asked = {path: _texts(path) for path in questions}
    unused = set(asked)
    sets: list[QuestionSet] = []
    for path in files:
        with _in_format(path):
            read = read_json(path)
            own = readers_sets(path.stem, read) if "articles" in read else (squad_set(path.stem, read, language),)
            ids = texts_by_id(read).keys() if asked and "data" in read else ()
            fitting = [other for other, texts in asked.items() if not texts.keys().isdisjoint(ids)]
            sets += own if beside or not fitting else ()
            sets += (squad_set(f"{path.stem}, {other.stem}", read, language, asked[other]) for other in fitting)
            unused.difference_update(fitting)
    for path in unused:
        raise InvalidBenchmark(f"{path}: none of the files has its questions, by their ids.")
    return tuple(sets)


def read_json(path: Path) -> Json:
    """A file; where it names files of articles in `articles_of`, its articles have what these say of theirs.

    Raises:
        ValueError, OSError: it, or one of these, is no JSON in UTF-8, or cannot be read.
        KeyError, TypeError, AttributeError: an article has no `id`, or none of these files has it.
    """
    read: Json = json.loads(path.read_text("utf-8"))
    if "articles_of" not in read:
        return read
    others = [json.loads((path.parent / name).read_text("utf-8")) for name in read["articles_of"]]
    by_id = {entry["id"]: entry for other in others for entry in other["articles"]}
    return {"articles": [{**by_id[entry["id"]], **entry} for entry in read["articles"]]}


def _texts(path: Path) -> dict[str, str]:
    with _in_format(path):
        return texts_by_id(json.loads(path.read_text("utf-8")))


@contextmanager
def _in_format(path: Path) -> Iterator[None]:
    try:
        yield
    except InvalidBenchmark as error:
        raise InvalidBenchmark(f"{path}: {error}") from error
    except (OSError, ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        raise InvalidBenchmark(
            f"{path}: neither in SQuAD's format (data > paragraphs > qas) nor in that of readers' questions "
            f"(articles > questions); {_cause(error)}"
        ) from error


def _cause(error: Exception) -> str:
    """What is wrong with the file, for people."""
    match error:
        case OSError():
            return f"{error.filename} cannot be read ({error.strerror})"
        case UnicodeDecodeError():
            return "it is not in UTF-8"
        case json.JSONDecodeError():
            return f"it is no JSON (line {error.lineno}: {error.msg})"
        case KeyError():
            return f'it lacks "{error.args[0]}"'
        case _:
            return "something in it is of another kind"
