"""The front matter of an article file: what is known of the article, in YAML between two lines of "---"."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Any

import yaml
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    HttpUrl,
    Strict,
    StringConstraints,
    TypeAdapter,
    ValidationError,
)
from pydantic_core import ErrorDetails

from content.language import Language

_HTTP_URL = TypeAdapter(HttpUrl)


def _check_url(value: str) -> str:
    _HTTP_URL.validate_python(value)
    return value  # as written: pydantic's own form adds slashes and re-encodes what the publisher gave


def _as_list(value: object) -> object:
    return [value] if isinstance(value, str) else value


Line = Annotated[str, StringConstraints(strict=True, strip_whitespace=True, min_length=1, pattern=r"^[^\n]*$")]
Lines = Annotated[tuple[Line, ...], BeforeValidator(_as_list)]
Url = Annotated[Line, AfterValidator(_check_url)]


class FrontMatter(BaseModel):
    """The keys that an article file may have. All but `title` may be left out: what is not known is not guessed.

    `language` is the article's, German unless it says otherwise. `sources` names what the text was made from;
    `questions` are samples that the article answers, shown to people as buttons.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: Line
    language: Language = Language.GERMAN
    publisher: Line | None = None
    authors: Lines = ()
    published: Annotated[date, Strict()] | Annotated[datetime, Strict()] | None = None
    url: Url | None = None
    licence: Line | None = None
    sources: Lines = ()
    questions: Lines = ()


_EXAMPLES = {
    "title": 'title: "The headline"',
    "language": "language: de (known: " + ", ".join(Language) + ")",
    "publisher": 'publisher: "Name of the paper"',
    "authors": 'authors: ["First Author", "Second Author"]',
    "published": "published: 2024-10-25",
    "url": "url: https://example.org/article",
    "licence": 'licence: "CC BY 4.0"',
    "sources": 'sources: ["Where the text was taken from"]',
    "questions": 'questions: ["What happened?"]',
}


@dataclass(frozen=True, slots=True)
class FrontMatterFault:
    """One fault of a front matter. `line` counts from 1 within the YAML text."""

    line: int
    what: str
    mend: str


def read_front_matter(source: str) -> FrontMatter | tuple[FrontMatterFault, ...]:
    """The front matter that the YAML text `source` holds, or every flaw found in it."""
    try:
        loader = yaml.SafeLoader(source)
    except yaml.reader.ReaderError as error:
        line = source.count("\n", 0, error.position) + 1
        character = f"the character U+{ord(source[error.position]):04X}"
        return (FrontMatterFault(line, f"this is not YAML ({character} may not stand there)", "delete it"),)
    try:
        node = loader.get_single_node() or yaml.MappingNode("tag:yaml.org,2002:map", [])
        if not isinstance(node, yaml.MappingNode):
            return (
                FrontMatterFault(
                    1, "the front matter is no list of keys and values", f"write lines like {_EXAMPLES['title']}"
                ),
            )
        flaws = list(_repeated_keys(node))
        values = {}
        for key, value in node.value:
            try:
                values[str(key.value)] = loader.construct_object(value, deep=True)
            except ValueError as error:  # 2024-13-45 has the form of a date, so PyYAML tries to make one
                flaws.append(_value_fault(key, str(error)))
            except (AttributeError, KeyError, TypeError):  # "!!bool maybe"
                flaws.append(_value_fault(key, "it has not the form that its tag asks for"))
    except yaml.YAMLError as error:
        return (_yaml_flaw(error),)
    except RecursionError:
        return (FrontMatterFault(1, "this is not YAML (brackets within brackets without end)", "put it in quotes"),)
    finally:
        loader.dispose()
    try:
        front_matter = FrontMatter.model_validate(values)
    except ValidationError as error:
        lines = {str(key.value): _line(key) for key, _ in node.value}
        flaws += (_value_flaw(detail, lines) for detail in error.errors())
    return tuple(dict.fromkeys(flaws)) or front_matter  # a value that no kind of date fits is told once, not for each


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1


def _value_fault(key: yaml.Node, cause: str) -> FrontMatterFault:
    example = _EXAMPLES.get(str(key.value), _EXAMPLES["title"])
    return FrontMatterFault(_line(key), f'"{key.value}" cannot be read ({cause})', f"write it like {example}")


def _repeated_keys(node: yaml.MappingNode) -> Iterator[FrontMatterFault]:
    seen: set[object] = set()
    for key, _ in node.value:
        if str(key.value) in seen:  # YAML 1.2 forbids it; PyYAML would silently keep the last
            yield FrontMatterFault(_line(key), f'the key "{key.value}" stands twice', "keep one of the two lines")
        seen.add(str(key.value))


def _yaml_flaw(error: yaml.YAMLError) -> FrontMatterFault:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or str(error).splitlines()[0]
    mend = 'put the value in quotes ("…") if it holds ":", "#" or quotation marks'
    return FrontMatterFault(mark.line + 1 if mark else 1, f"this is not YAML ({problem})", mend)


def _value_flaw(detail: ErrorDetails, lines: dict[str, int]) -> FrontMatterFault:
    key = str(detail["loc"][0]) if detail["loc"] else ""
    line = lines.get(key, 1)
    if detail["type"] == "missing":
        return FrontMatterFault(1, f'the key "{key}" is missing', f"add a line like {_EXAMPLES[key]}")
    if detail["type"] == "extra_forbidden":
        near = difflib.get_close_matches(key, _EXAMPLES, n=1)
        guess = f'did you mean "{near[0]}"? ' if near else ""
        return FrontMatterFault(line, f'unknown key "{key}"', f"{guess}known keys are {', '.join(_EXAMPLES)}")
    shown: Any = detail["input"]
    return FrontMatterFault(line, f'"{key}" cannot be {shown!r}'[:200], f"write it like {_EXAMPLES.get(key, key)}")
