"""What stands in most texts of a feed, and so belongs to none of them: notices, invitations, signatures.

Only what repeats is taken out: whole paragraphs and headings, the first or last sentence of a paragraph, and the sign
of an agency at its place. All else of a text stays character for character.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from content.paragraphs import is_heading
from retrieval.analysis.sentences import split_sentences
from retrieval.base.spans import Span
from retrieval.language import rules_of

# Of the texts of a feed, or of one author in it, this share and this many at least have it. Of 669 articles of the
# German Wikinews in order of time, 5, 10, 20 or 50 at once, no part repeats even in half of them. The share is higher,
# because in a feed about one matter a paragraph that tells its history may stand in many articles, and has to stay.
_SHARE = 2 / 3
_FEWEST = 3

# "(dpa)", "(dpa/lno)", "Berlin (AFP) – ": the town differs, so the sign alone counts.
_DATELINE = re.compile(r"[^\W\d_][\w .,/-]{0,40}?\s?\((?P<sign>[\w/ .-]{2,20})\)\s*[-–—:]+\s+")
_SIGN = re.compile(r"(?<!\s)\s*+\((?P<sign>[\w/.-]{2,40}+(?:[ ,]++[\w/.-]{1,40}+)*+)\)$")

# As WordPress ends every text of a feed, in the languages that articles can have.
_APPEARED = re.compile(
    r"(?:The post .{1,300} (?:first )?appeared (?:first )?on .{1,100}|"
    r"(?:Der Beitrag|Dieser Beitrag) .{1,300} (?:erschien|ist) zuerst (?:erschienen )?auf .{1,100})\.?",
    re.DOTALL,
)
_TITLE = "\N{WHITE SQUARE}"


@dataclass(frozen=True, slots=True)
class Sample:
    """A text of a feed (`content.text_of`), its title, and who wrote it."""

    text: str
    title: str
    authors: tuple[str, ...] = ()


def find_boilerplate(samples: Sequence[Sample]) -> frozenset[str]:
    """What repeats over the texts, in the form in which it is compared: digits as 0, the text's own title as □."""
    different = list({sample.text: sample for sample in samples}.values())  # a text that is there twice is no notice
    groups = [different, *_by_author(different)]
    return frozenset(key for group in groups if len(group) >= _FEWEST for key in _repetitions(group))


def remove_boilerplate(sample: Sample, known: Collection[str]) -> str:
    """The text without the boilerplate; empty when nothing else is in it."""
    blocks = sample.text.split("\n\n")
    left = [block for block in (_trim(block, sample.title, known) for block in blocks) if block]
    if left and _APPEARED.fullmatch(left[-1]):
        left.pop()
    while len(left) < len(blocks) and left and is_heading(left[-1]):  # it stood over what went
        left.pop()
    return "\n\n".join(left)


def _by_author(samples: Sequence[Sample]) -> Iterator[list[Sample]]:
    for author in {name for sample in samples for name in sample.authors}:
        yield [sample for sample in samples if author in sample.authors]


def _repetitions(group: Sequence[Sample]) -> Iterator[str]:
    counts = Counter(key for sample in group for key in set(_keys(sample)))
    least = max(_FEWEST, _SHARE * len(group))
    return (key for key, count in counts.items() if count >= least)


def _keys(sample: Sample) -> Iterator[str]:
    for block in sample.text.split("\n\n"):
        yield from (key for key, _ in _pieces(block, sample.title))


def _pieces(block: str, title: str) -> Iterator[tuple[str, Span]]:
    """Each part of the paragraph that could be boilerplate: its key and where it stands."""
    yield _key(block, title), Span(0, len(block))
    sentences = split_sentences(block, Span(0, len(block)), rules_of("de"))
    if len(sentences) > 1:
        yield from ((_key(block[each.start : each.end], title), each) for each in {sentences[0], sentences[-1]})
    if dateline := _DATELINE.match(block):
        yield f"({dateline['sign'].casefold()}) –", Span(0, dateline.end())
    if sign := _SIGN.search(block):
        yield f"({sign['sign'].casefold()})", Span(sign.start(), len(block))


def _trim(block: str, title: str, known: Collection[str]) -> str:
    """The paragraph without boilerplate at either end, as often as there is some."""
    while block and (cut := next(_spans_to_cut(block, title, known), None)):
        block = (block[cut.end :] if cut.start == 0 else block[: cut.start]).strip()
    return block


def _spans_to_cut(block: str, title: str, known: Collection[str]) -> Iterator[Span]:
    return (span for key, span in _pieces(block, title) if key in known)


def _key(words: str, title: str) -> str:
    named = words.replace(title, _TITLE) if title else words
    return re.sub(r"\d+", "0", " ".join(named.casefold().split()))
