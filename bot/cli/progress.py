"""How far reading articles is, for whoever waits for it."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator, Sequence

import click

from content import Article

_LOGGER = logging.getLogger(__name__)

# So many articles are read before anybody wonders.
_FEW = 50


def shown(articles: Sequence[Article]) -> Iterator[Article]:
    """The articles, one after another; of many, a bar on the terminal's standard error tells how far they are.

    Where that is no terminal, the log tells it at the beginning and at the end.
    """
    if len(articles) < _FEW:
        yield from articles
    elif sys.stderr.isatty():
        with click.progressbar(articles, label=f"Reading {len(articles)} articles", file=sys.stderr) as bar:
            yield from bar
    else:
        _LOGGER.info("Reading %d articles, which are new or have changed.", len(articles))
        yield from articles
        _LOGGER.info("Read %d articles.", len(articles))
