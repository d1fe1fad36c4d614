"""The page's files: words in both languages, no text taken for markup, nothing fetched from elsewhere."""

from __future__ import annotations

import posixpath
import re
from graphlib import TopologicalSorter
from pathlib import Path

from bot.preview.app import PAGE
from bot.preview.bot_process import ProcessState
from bot.preview.scene import set_up_scene
from retrieval import Verdict
from retrieval.attribution.attribution import Confidence
from retrieval.attribution.rules import RULES
from retrieval.scoring.decision.doubts import Doubt

JS = PAGE / "js"
SCRIPTS = {path.relative_to(JS).as_posix(): path.read_text("utf-8") for path in sorted(JS.rglob("*.js"))}
ALL = [path for path in sorted(PAGE.rglob("*")) if path.is_file()]


def keys(script: str) -> set[str]:
    return set(re.findall(r'^  "([^"]+)": "', SCRIPTS[script], re.M))


def placeholders(script: str) -> dict[str, set[str]]:
    lines = re.findall(r'^  "([^"]+)": "(.*)",$', SCRIPTS[script], re.M)
    return {key: set(re.findall(r"\{(\w+)\}", text)) for key, text in lines}


def test_both_languages_have_the_same_words() -> None:
    assert keys("words/de.js")
    assert placeholders("words/de.js") == placeholders("words/en.js")


def test_every_word_that_is_asked_for_is_there() -> None:
    asked = {key for text in SCRIPTS.values() for key in re.findall(r'\bt\("([^"]+)"', text)}
    assert asked
    assert asked - keys("words/de.js") == set()


def test_everything_that_the_bot_can_say_of_an_answer_has_words() -> None:
    doubts = {f"why-doubt-{doubt.replace(' ', '-')}" for doubt in Doubt}
    verdicts = {f"why-verdict-{verdict}" for verdict in Verdict}
    sure = {f"why-{confidence}" for confidence in Confidence}
    states = {f"process-{state}" for state in ("starting", *ProcessState)}
    kinds = {f"kind-{kind}" for kind in set_up_scene().kinds.values()}
    assert doubts | verdicts | sure | states | kinds <= keys("words/de.js")


def test_every_rule_of_attribution_has_a_name_in_both_languages() -> None:
    german, english = re.split(r"export const ENGLISH_RULES", SCRIPTS["words/rules.js"])
    names = {f"rule-{rule.__name__}" for rule in RULES}
    for words in (german, english):
        assert set(re.findall(r'^  "([^"]+)": "', words, re.M)) == names


def test_errors_are_translated_that_exist() -> None:
    sources = [path.read_text("utf-8") for package in ("bot", "content") for path in Path(package).rglob("*.py")]
    raised = "\n".join(re.sub(r"\{[^{}\n]*\}", "{}", source) for source in sources)
    table = SCRIPTS["words/errors.js"].partition("const KINDS")
    errors, kinds = (re.findall(r'^  "([^"]+)": "', part, re.M) for part in (table[0], table[2]))
    assert errors
    assert kinds
    assert [words for words in errors if words not in raised] == []
    assert [words for words in kinds if f'"{words}"' not in raised] == []


MARKUP = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function"


def test_texts_of_others_never_become_markup() -> None:
    assert [name for name, text in SCRIPTS.items() if re.search(MARKUP, text)] == []


def test_nothing_is_loaded_from_elsewhere() -> None:
    for path in ALL:
        without_comments = re.sub(r"^\s*//.*$", "", path.read_text("utf-8"), flags=re.M)
        addresses = re.findall(r"(?:https?:)?//[\w.-]+\.\w+", without_comments)
        harmless = ("www.w3.org", "example.org")  # a namespace, and an example in an error
        assert [address for address in addresses if not address.endswith(harmless)] == [], path.name


def imported(script: str) -> set[str]:
    """The scripts that one imports."""
    paths = re.findall(r'^import .* from "(\.\S+)";$', SCRIPTS[script], re.M)
    return {posixpath.normpath(posixpath.join(posixpath.dirname(script), path)) for path in paths}


def test_no_two_scripts_need_each_other() -> None:
    needed = {script: imported(script) for script in SCRIPTS}
    assert needed["words/words.js"]
    assert set(TopologicalSorter(needed).static_order()) == set(SCRIPTS), "else it raises CycleError"


def test_every_file_is_small() -> None:
    assert [path.name for path in ALL if len(path.read_text("utf-8").splitlines()) > 200] == []


def test_every_module_and_style_is_reached_from_the_page() -> None:
    reached, todo = set(), ["main.js"]
    while todo:
        name = todo.pop()
        if name not in reached:
            reached.add(name)
            todo += imported(name)
    assert reached == set(SCRIPTS)
    index = (PAGE / "index.html").read_text("utf-8")
    styles = {f"style/{path.name}" for path in (PAGE / "style").iterdir()}
    assert styles == set(re.findall(r'href="(style/[^"]+)"', index))
