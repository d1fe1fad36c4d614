"""Texts as numbers: which words stand in which sentence, and how often the terms of a question occur there."""

from retrieval.wording.forms import Forms, FormsTally
from retrieval.wording.occurrences import Occurrences
from retrieval.wording.sought import Sought
from retrieval.wording.stretch import Stretch
from retrieval.wording.wording import Ranges, Wording, WordingTally

__all__ = ["Forms", "FormsTally", "Occurrences", "Ranges", "Sought", "Stretch", "Wording", "WordingTally"]
