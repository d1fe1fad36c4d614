"""The documents: their code blocks, how long lines are broken in them, and bringing conversations up to date.

A line that is broken goes on, in a conversation, an inline query or a command's output, in a line that four blanks
indent. A turn of a conversation goes on in lines that two blanks indent, and in empty ones between them.

`python -m tests.documents` writes into every conversation what the bot answers now, with the encoder, as readers have
it. Read what has changed before you commit it.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from typing import NamedTuple

from tests.support.paths import ROOT

DOCUMENTS = [
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md")),
    *sorted((ROOT / "docs").glob("*.md")),
    *sorted((ROOT / "examples").glob("*.md")),
    ROOT / "deploy" / "README.md",
]

# As many columns of code GitHub shows without scrolling sideways; and what a line may have that cannot be broken.
WIDTH = 96
WIDEST = 100

_BLOCK = re.compile(r"^```(?P<kind>\w+) ?(?P<where>[^\n]*)\n(?P<content>.*?)^```$", re.MULTILINE | re.DOTALL)
_TURN = re.compile(r"^(\w+(?: → \w+(?: »[^«]+«)?)?): (.*(?:\n(?:  .*|(?=\n  )))*)", re.MULTILINE)
_BREAK = "\n    "


class Block(NamedTuple):
    """A code block: its kind ("sh", "dialogue"), what follows the kind, its content, and the document's name."""

    kind: str
    where: str
    content: str
    document: str


def blocks(kind: str) -> list[Block]:
    """The documents' blocks of this kind, in order."""
    return [block for block in all_blocks() if block.kind == kind]


def all_blocks() -> Iterator[Block]:
    """Every block of every document."""
    for document in DOCUMENTS:
        for match in _BLOCK.finditer(document.read_text("utf-8")):
            yield Block(**match.groupdict(), document=document.name)


def unbroken(text: str) -> str:
    """The text with its lines as long as they are."""
    return text.replace(_BREAK, " ")


def broken(text: str) -> str:
    """The text in lines that need no scrolling."""
    lines = (
        textwrap.wrap(
            line, WIDTH, subsequent_indent=_BREAK[1:], break_long_words=False, break_on_hyphens=False, tabsize=1
        )
        for line in text.split("\n")
    )
    return "\n".join("\n".join(parts) for parts in lines)


def turns(conversation: str) -> list[tuple[str, str]]:
    """Who speaks and what, or which button is tapped."""
    return [(who, unbroken(words).replace("\n  ", "\n")) for who, words in _TURN.findall(conversation)]


def written(said: list[tuple[str, str]]) -> str:
    """The turns as a document has them."""
    told = (f"{who}: {words}".replace("\n", "\n  ").replace("\n  \n", "\n\n") for who, words in said)
    return "".join(f"{broken(turn)}\n" for turn in told)


def _as_answered(match: re.Match[str]) -> str:
    from tests.support.bot.stage import Stage  # noqa: PLC0415 - the bot need not be loaded to read documents

    if match["kind"] != "dialogue":
        return match[0]
    said = []
    with Stage(match["where"]) as stage:
        for who, words in turns(match["content"]):
            if who == "Belegbot":
                said.append((who, stage.reply()))
            else:
                stage.says(who, words)
                said.append((who, words))
    return match[0].replace(match["content"], written(said))


def main() -> None:
    """Every conversation as it goes now."""
    for document in DOCUMENTS:
        text = document.read_text("utf-8")
        document.write_text(_BLOCK.sub(_as_answered, text), "utf-8")


if __name__ == "__main__":
    main()
