"""Home and section pages: where an article should be, they have the headlines and leads of many."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from content.paragraphs import is_heading

# So many teasers, and this share of the paragraphs, make a page that lists articles. Below an article stand teasers,
# too, but fewer words.
_FEWEST_TEASERS = 5
_SHARE = 0.6

# A link with fewer words is no headline; a teaser with more words is an article.
_FEWEST_WORDS = 4
_MOST_WORDS = 90

_HEADLINES = ("h1", "h2", "h3", "h4", "h5", "h6")
_MORE = re.compile(r"\W*(?:mehr|weiter(?:lesen)?|zum artikel|(?:read )?more|continue reading)\b.*", re.IGNORECASE)

Element = Any  # of lxml, which ships no types


def lists_articles(tree: Element, blocks: Sequence[str]) -> bool:
    """Whether most of the text that was found in the page, in headings and paragraphs, is teasers."""
    teasers = dict.fromkeys(_teasers(tree))
    paragraphs = [_plain(block) for block in blocks if not is_heading(block)]
    shown = [
        teaser for teaser in teasers if any(_plain(block) in teaser or teaser in _plain(block) for block in blocks)
    ]
    words = sum(_words_of_teasers(paragraph, shown) for paragraph in paragraphs)
    return len(shown) >= _FEWEST_TEASERS and words >= _SHARE * sum(len(each.split()) for each in paragraphs)


def _words_of_teasers(paragraph: str, teasers: Sequence[str]) -> int:
    """How many words of the paragraph are a part of a teaser, or several teasers."""
    if any(paragraph in teaser for teaser in teasers):
        return len(paragraph.split())
    return sum(len(teaser.split()) for teaser in teasers if teaser in paragraph)


def _teasers(tree: Element) -> Iterator[str]:
    """The words of each teaser: of what is around a link to an article, and around no other."""
    links = [link for link in tree.iter("a") if link.get("href") and _is_to_article(link)]
    holders = [_holder(link) for link in links]
    for holder in dict.fromkeys(holders):
        words = _plain(" ".join(holder.itertext()))
        if _FEWEST_WORDS <= len(words.split()) <= _MOST_WORDS:
            yield words


def _is_to_article(link: Element) -> bool:
    words = " ".join(link.itertext())
    is_headline = len(words.split()) >= _FEWEST_WORDS and _is_alone(link)
    return is_headline or bool(_MORE.fullmatch(words))


def _is_alone(link: Element) -> bool:
    """Whether the link is no part of a sentence: no other words stand in the paragraph that it is in."""
    around = link.getparent()
    if around is None or around.tag not in ("p", "span", "li"):
        return True
    return len("".join(around.itertext()).split()) <= len("".join(link.itertext()).split()) + 1


def _holder(link: Element) -> Element:
    """The largest element around the link in which no other heading stands."""
    holder, address = link, link.get("href")
    while (around := holder.getparent()) is not None:
        others = {each.get("href") for each in around.iter("a") if _is_to_article(each)} - {address}
        headlines = sum(1 for each in around.iter(*_HEADLINES))
        if others or headlines > 1 or around.tag in ("main", "body"):
            break
        holder = around
    return holder


def _plain(words: str) -> str:
    return " ".join(re.sub(r"[#*_>\\]", " ", words).split())
