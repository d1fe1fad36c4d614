"""How far reading articles is, and making their vectors, for whoever waits for it."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator, Sequence

import click

from content import Article

_LOGGER = logging.getLogger(__name__)

# So many articles are read, and of so many the vectors are made, before anybody wonders.
_FEW, _FEW_VECTORS = 50, 2


def show_reading(articles: Sequence[Article]) -> Iterator[Article]:
    """The articles, as they are read; of many, a bar on the terminal's standard error tells how far they are.

    Where that is no terminal, the log tells it at the beginning and at the end.
    """
    return _track(articles, "Reading", _FEW)


def show_encoding(articles: Sequence[Article]) -> Iterator[Article]:
    """The articles, as their vectors are made; the same is told."""
    return _track(articles, "Making the vectors of", _FEW_VECTORS)


def _track(articles: Sequence[Article], what: str, few: int) -> Iterator[Article]:
    if len(articles) < few:
        yield from articles
    elif sys.stderr.isatty():
        with click.progressbar(articles, label=f"{what} {len(articles)} articles", file=sys.stderr) as bar:
            yield from bar
    else:
        _LOGGER.info("%s %d articles, which are new or have changed.", what, len(articles))
        yield from articles
        _LOGGER.info("%s %d articles: done.", what, len(articles))
