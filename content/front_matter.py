"""The front matter of an article file: what is known of the article, in YAML between two lines of "---"."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated

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

# YAML of a few hundred bytes can stand for gigabytes, or be nested deeper than Python's stack. A front matter holds
# strings, lists of them and a date, on some lines.
_MOST_CHARACTERS = 50_000
_DEEPEST = 8
_MOST_FAULTS = 20
_LONGEST_SHOWN = 80
_LONGEST_LINE = 2_000

# No title or name has control characters, nor what turns the direction of the words behind it.
UNSEEN = "\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069"


def _check_url(value: str) -> str:
    _HTTP_URL.validate_python(value)
    return value  # as written: pydantic's own form adds slashes and re-encodes what the publisher gave


def _as_list(value: object) -> object:
    return [value] if isinstance(value, str) else value


Line = Annotated[
    str,
    StringConstraints(
        strict=True, strip_whitespace=True, min_length=1, max_length=_LONGEST_LINE, pattern=f"^[^{UNSEEN}]*$"
    ),
]
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
    """The front matter that the YAML text `source` holds, or the flaws found in it, twenty at most.

    It may have 50,000 characters and eight levels; aliases are refused.
    """
    if len(source) > _MOST_CHARACTERS:
        what = f"the front matter has more than {_MOST_CHARACTERS:,} characters"
        return (FrontMatterFault(1, what, 'write the second "---" above the text'),)
    try:
        return _read(_Loader(source))
    except yaml.reader.ReaderError as error:
        line = source.count("\n", 0, error.position) + 1
        character = f"the character U+{ord(source[error.position]):04X}"
        return (FrontMatterFault(line, f"this is not YAML ({character} may not stand there)", "delete it"),)
    except yaml.YAMLError as error:
        return (_yaml_flaw(error),)


class _Loader(yaml.SafeLoader):
    """Refuses what a front matter has no need of: aliases, and more levels than it can have."""

    def __init__(self, source: str) -> None:
        super().__init__(source)
        self._depth = 0

    def compose_node(self, parent: yaml.Node | None, index: object) -> yaml.Node | None:
        mark = self.peek_event().start_mark  # type: ignore[no-untyped-call]
        if self.check_event(yaml.AliasEvent):
            raise yaml.MarkedYAMLError(problem="aliases are not read here", problem_mark=mark)
        if self._depth == _DEEPEST:
            raise yaml.MarkedYAMLError(problem=f"it has more than {_DEEPEST} levels", problem_mark=mark)
        self._depth += 1
        node: yaml.Node | None = super().compose_node(parent, index)  # type: ignore[arg-type]
        self._depth -= 1
        return node


def _read(loader: _Loader) -> FrontMatter | tuple[FrontMatterFault, ...]:
    node = loader.get_single_node() or yaml.MappingNode("tag:yaml.org,2002:map", [])
    if not isinstance(node, yaml.MappingNode):
        what = "the front matter is no list of keys and values"
        return (FrontMatterFault(1, what, f"write lines like {_EXAMPLES['title']}"),)
    flaws = list(_wrong_keys(node))
    values = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            continue  # it is told already
        try:
            values[_name(key)] = loader.construct_object(value, deep=True)
        except yaml.YAMLError:
            raise
        except ValueError as error:  # 2024-13-45 has the form of a date, so PyYAML tries to make one
            flaws.append(_value_fault(key, str(error)))
        except Exception:  # of "!!bool maybe" PyYAML raises KeyError, of other tags and values whatever comes
            flaws.append(_value_fault(key, "it has not the form that its tag asks for"))
    try:
        front_matter = FrontMatter.model_validate(values)
    except ValidationError as error:
        lines = {_name(key): _line(key) for key, _ in node.value}
        flaws += (_value_flaw(detail, lines) for detail in error.errors()[:_MOST_FAULTS])
    # A value that no kind of date fits is told once, not for each.
    return tuple(dict.fromkeys(flaws))[:_MOST_FAULTS] or front_matter


def _name(key: yaml.Node) -> str:
    """The key as it is written; of one that is none, what it is."""
    if isinstance(key, yaml.ScalarNode):
        return str(key.value)
    return "(a list)" if isinstance(key, yaml.SequenceNode) else "(a mapping)"


def _shown(value: object) -> str:
    """The value for a message, 80 characters at most."""
    try:
        return _cut(repr(value))
    except (
        ValueError
    ):  # Python writes no number of 5,000 digits (docs.python.org/3/library/stdtypes.html#int-max-str-digits)
        return "this number"


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST_SHOWN else f"{text[: _LONGEST_SHOWN - 1]}…"


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1


def _value_fault(key: yaml.Node, cause: str) -> FrontMatterFault:
    example = _EXAMPLES.get(_name(key), _EXAMPLES["title"])
    what = f'"{_cut(_name(key))}" cannot be read ({_cut(cause)})'
    return FrontMatterFault(_line(key), what, f"write it like {example}")


def _wrong_keys(node: yaml.MappingNode) -> Iterator[FrontMatterFault]:
    seen: set[str] = set()
    for key, _ in node.value:
        name = _name(key)
        if not isinstance(key, yaml.ScalarNode):
            yield FrontMatterFault(_line(key), f"{_name(key)} is no key", f"write lines like {_EXAMPLES['title']}")
        elif name in seen:  # YAML 1.2 forbids it; PyYAML would silently keep the last
            yield FrontMatterFault(_line(key), f'the key "{_cut(name)}" stands twice', "keep one of the two lines")
        seen.add(name)


def _yaml_flaw(error: yaml.YAMLError) -> FrontMatterFault:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or str(error).splitlines()[0]
    mend = 'put the value in quotes ("…") if it holds ":", "#" or quotation marks'
    return FrontMatterFault(mark.line + 1 if mark else 1, f"this is not YAML ({_cut(problem)})", mend)


def _value_flaw(detail: ErrorDetails, lines: dict[str, int]) -> FrontMatterFault:
    key = str(detail["loc"][0]) if detail["loc"] else ""
    line = lines.get(key, 1)
    if detail["type"] == "missing":
        return FrontMatterFault(1, f'the key "{key}" is missing', f"add a line like {_EXAMPLES[key]}")
    if detail["type"] == "extra_forbidden":
        near = difflib.get_close_matches(key, _EXAMPLES, n=1)
        guess = f'did you mean "{near[0]}"? ' if near else ""
        return FrontMatterFault(line, f'unknown key "{_cut(key)}"', f"{guess}known keys are {', '.join(_EXAMPLES)}")
    what = f'"{key}" cannot be {_shown(detail["input"])}'
    return FrontMatterFault(line, what, f"write it like {_EXAMPLES.get(key, key)}")
