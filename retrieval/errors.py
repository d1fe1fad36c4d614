"""Everything that can go wrong in retrieval.

RetrievalError
├── NothingToSearch    a library without articles, or an article without text
└── InvalidSpan        a span that does not lie in its text, or a quote made of such spans
"""

from __future__ import annotations


class RetrievalError(Exception):
    """Base of all errors of this package."""


class NothingToSearch(RetrievalError, ValueError):
    """The library has no article, or an article has no text."""


class InvalidSpan(RetrievalError, ValueError):
    """A span does not lie in its text, or spans are out of order or overlap."""
