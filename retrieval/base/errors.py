"""Everything that can go wrong in retrieval.

RetrievalError
├── NothingToSearch    a library without articles, or an article without text
├── InvalidSpan        a span that does not lie in its text, or a quote made of such spans
├── CandidatesUnavailable what finds passages runs elsewhere and cannot be reached
├── EncoderUnavailable  no vectors: the encoder died, hangs, gives wrong ones, or refuses
│   └── TextNotEmbedded the encoder works, but not on this text
├── InvalidDecisionModels fitted constants that cannot be read
└── InvalidBenchmark   a file of questions and answers that is not in the format it should have
    └── UnusableGold   a gold reading that does not fit its article
"""

from __future__ import annotations


class RetrievalError(Exception):
    """Base of all errors of this package."""


class NothingToSearch(RetrievalError, ValueError):
    """The library has no article, or an article has no text."""


class InvalidSpan(RetrievalError, ValueError):
    """A span does not lie in its text, or spans are out of order or overlap."""


class CandidatesUnavailable(RetrievalError):
    """What finds passages cannot be reached, or is not ready: whether the articles answer is not known."""


class EncoderUnavailable(RetrievalError):
    """No vectors come: the encoder cannot be started or reached, died, hangs, or answers wrongly. Words still can be
    compared."""


class TextNotEmbedded(EncoderUnavailable):
    """The encoder was there, but died, hung, answered wrongly or refused at this text; others it may embed."""


class InvalidDecisionModels(RetrievalError, ValueError):
    """The file of constants that were fitted for encoders cannot be read, or is not in its format."""


class InvalidBenchmark(RetrievalError, ValueError):
    """A file of questions with known answers is not in the format it should have."""


class UnusableGold(InvalidBenchmark):
    """A gold reading names a sentence that its article does not have, or has twice."""
