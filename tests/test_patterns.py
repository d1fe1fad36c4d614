"""Regular expressions: none of the program's takes long for what a stranger may write.

Each is run against 100,000 characters of many kinds, in a process of its own with a deadline: one that explodes holds
the interpreter's lock, so that nothing within the process could end it. A pattern that only ever sees a few characters
is given as many.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache, partial
from pathlib import Path
from types import ModuleType

import pytest

from content import Article
from retrieval import WORDS_ALONE, Retriever
from tests.support.paths import ROOT

PACKAGES = ("content", "retrieval", "bot")
CHARACTERS = 100_000
SHORT = 600

# Seconds of a processor, where linear ones take some hundredths; quadratic ones take minutes.
LONGEST = 3.0
DEADLINE = 600.0

# What only ever sees so many characters, and why.
BOUNDED = {
    "retrieval.analysis.sentences._LAST_WORD": 80,  # _LONGEST_WORD
    "retrieval.analysis.sentences._BEFORE_NUMBER": 80,
    "retrieval.analysis.sentences._INITIALS": 80,
    "retrieval.attribution.syntax.quotation._WORK": 40,  # _LONGEST_WORK
    "retrieval.attribution.syntax.quotation._SENTENCE_START": 3,
    "bot.replies.quotes.german_dative._OPENS_SENTENCE": 8,  # _BEFORE
    "bot.ingest.extract.names._DATE_BEHIND": 500,  # _LONGEST_STATED
    "bot.ingest.extract.names._LAST_BY": 500,
    "bot.ingest.feed.teaser._CUT_OFF": 200,  # _TAIL
}

# Repeated; and what may stand before and behind, so that a match begins, and fails at the end.
BODIES = [
    *" \t\n.,:;-–'\"„“«!?…(*_#<>&@/aAä1é",
    *("a ", "ab", "aA", "a-", "a.", "a,", "A.", "1.", "1 ", "\n ", ". ", "– ", "((", "**", "in", "''", "!x", "a@"),
    *(
        "<!---->",
        "<?a?>",
        "<a ",
        "<br>",
        "<noscript ",
        "<noscript>",
        "<meta ",
        "&a",
        "&#1;",
        "von ",
        "by ",
        "www.",
        "://",
    ),
    *("Der Beitrag ", "Mr. ", "Herr ", "12. Mai ", "sagt ", "weil ", "“, ", "[…]"),
]
BEFORE = ["", "# a", ".", "(aa", "a@"]
BEHIND = ["\0", "x", " !"]


@pytest.mark.slow
def test_no_pattern_explodes() -> None:
    command = [sys.executable, "-m", "tests.test_patterns"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=DEADLINE)
    assert (done.stdout, done.returncode) == ("", 0), done.stdout + done.stderr[-2000:]


def test_all_patterns_are_found() -> None:
    names = set(dict(all_patterns()))
    compiled = {f"{module.__name__}.{name}" for module in modules() for name in compiled_in(tree_of(module))}
    assert compiled - names == set()
    assert set(BOUNDED) <= names
    assert {"retrieval.analysis.figures", "Retriever"} <= {
        name.partition(":")[0].partition("…")[0] for name in names
    }, "also those within functions, and those that answering a question compiles"


def compiled_in(tree: ast.Module) -> Iterator[str]:
    """The names to which a module assigns patterns."""
    for node in tree.body:
        if isinstance(node, ast.Assign) and ast.unparse(node.value).startswith("re.compile("):
            yield from (target.id for target in node.targets if isinstance(target, ast.Name))


def all_patterns() -> Iterator[tuple[str, re.Pattern[str] | re.Pattern[bytes]]]:
    """Those of modules, also within what they hold; those of what answers a question; those compiled in functions."""
    for module in modules():
        for name, value in vars(module).items():
            yield from patterns_in(value, f"{module.__name__}.{name}", 4)
        yield from patterns_of_functions(module)
    retriever = Retriever([Article.from_text("Die Brücke ist zu, sagt Ida.", title="T", language="de")], WORDS_ALONE)
    retriever.answer("Warum ist die Brücke nicht offen?")
    yield from patterns_in(retriever, "Retriever", 12)


def modules() -> Iterator[ModuleType]:
    for package in PACKAGES:
        root = importlib.import_module(package)
        for found in pkgutil.walk_packages(root.__path__, f"{package}."):
            if not found.name.endswith(("__main__", "migrations.env")):
                try:
                    module = importlib.import_module(found.name)
                except ModuleNotFoundError as error:
                    if error.name in ("torch", "onnx"):  # which only those have who train the reader
                        continue
                    raise
                if module.__name__ != "bot.config.settings":  # it sees what the operator writes
                    yield module


def patterns_in(value: object, name: str, depth: int) -> Iterator[tuple[str, re.Pattern[str] | re.Pattern[bytes]]]:
    if isinstance(value, re.Pattern):
        yield name, value
    elif depth and not isinstance(value, type | ModuleType | str | bytes):
        for number, part in enumerate(parts_of(value)):
            yield from patterns_in(part, name if isinstance(part, re.Pattern) and not number else f"{name}…", depth - 1)


def parts_of(value: object) -> list[object]:
    if isinstance(value, tuple | list | set | frozenset):
        return list(value)[:50]
    if isinstance(value, dict):
        return list(value.values())[:50]
    own = [getattr(value, field.name, None) for field in fields(value)] if is_dataclass(value) else []
    is_ours = type(value).__module__.split(".")[0] in PACKAGES
    return [*own, *getattr(value, "__dict__", {}).values()] if is_ours else own


def patterns_of_functions(module: ModuleType) -> Iterator[tuple[str, re.Pattern[str] | re.Pattern[bytes]]]:
    """Of calls such as re.sub("…", …) within functions; what is put into one by a variable counts as the word "Ida"."""
    for call in (node for node in ast.walk(tree_of(module)) if isinstance(node, ast.Call) and node.args):
        function = call.func
        if isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name) and function.value.id == "re":
            written = literal(call.args[0])
            if written is not None and function.attr not in ("escape", "compile"):
                flags = re.IGNORECASE if "re.I" in ast.unparse(call) else re.NOFLAG
                yield f"{module.__name__}:{call.lineno}.{function.attr}", re.compile(written, flags)


def tree_of(module: ModuleType) -> ast.Module:
    assert module.__file__
    return ast.parse(Path(module.__file__).read_text("utf-8"))


def literal(node: ast.expr) -> str | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(each.value) if isinstance(each, ast.Constant) else "Ida" for each in node.values)
    return None


def methods_of(name: str, sources: str) -> set[str]:
    """How a pattern with this name is used: from the beginning only, or anywhere, also where that cannot be seen."""
    if ":" in name:
        return {"match"} if name.endswith("match") else {"finditer"}
    used = set(
        re.findall(rf"\b{re.escape(name.rpartition('.')[2])}\.(match|fullmatch|search|finditer|sub|split)\(", sources)
    )
    return {"match"} if used and used <= {"match", "fullmatch"} else {"finditer"}


@cache
def hostile() -> list[Callable[[int], str]]:
    """Texts of any length."""
    return [
        partial(repeated, before, body, behind)
        for before in BEFORE
        for body in BODIES
        for behind in (BEHIND if before in ("", "(aa") else BEHIND[:1])
    ]


def repeated(before: str, body: str, behind: str, length: int) -> str:
    return (before + body * (length // len(body) + 1))[:length] + behind


def slow_patterns() -> Iterator[str]:
    sources = "\n".join(path.read_text("utf-8") for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
    unique = {(pattern.pattern, pattern.flags): (name, pattern) for name, pattern in all_patterns()}
    for name, pattern in unique.values():
        print(name, file=sys.stderr, flush=True)  # the last one, should it take for ever
        for method in methods_of(name, sources):
            if slow := slow_text(pattern, method, BOUNDED.get(name, CHARACTERS)):
                yield f"{name}: {method} {slow}"


def slow_text(pattern: re.Pattern[str] | re.Pattern[bytes], method: str, most: int) -> str | None:
    """Of all texts in short the three that take longest, at full length: what the first took that takes too long.

    One that would be quick enough if its time grew with the cube of its length is not tried any longer.
    """
    times = {text: seconds_of(pattern, method, text(min(SHORT, most))) for text in hostile()}
    worst = sorted(times, key=lambda text: times[text])[-3:]
    for length in (min(SHORT, most), min(CHARACTERS // 5, most), most):
        for text in list(worst):
            seconds = seconds_of(pattern, method, text(length))
            if seconds > LONGEST * length / CHARACTERS + 0.2:
                return f"took {seconds:.2f} s for {length} characters: {text(20)!r}"
            if seconds * (most / length) ** 3 < LONGEST:
                worst.remove(text)
    return None


def seconds_of(pattern: re.Pattern[str] | re.Pattern[bytes], method: str, text: str) -> float:
    begun = time.process_time()
    given = text.encode("utf-8") if isinstance(pattern.pattern, bytes) else text
    found = getattr(pattern, method)(given)
    if method == "finditer":
        for _ in found:
            pass
    return time.process_time() - begun


if __name__ == "__main__":
    for line in slow_patterns():
        print(line, flush=True)
