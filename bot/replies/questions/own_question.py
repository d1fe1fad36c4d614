"""Whether a message asks by itself, or leans on what it replies to."""

from __future__ import annotations

import re

from retrieval import Answer
from retrieval.base.words import words_of
from retrieval.language import KNOWN
from retrieval.language.rules import union

_QUESTION_WORDS = union(rules.question_words for rules in KNOWN)

# A question that opens with its verb has a subject and an object beside it: "Kennt Musk Putin?"
_SENTENCE = 3

# What stands for something said before; left out is what a question often has for itself, as "es", "there", "Sie".
_LEANING = re.compile(
    r"""
      \b(?:er|ihn|ihm|ihnen|da|dort|dabei|dadurch|dafür|dagegen|damit|daran|darauf|darüber|davon|dazu|dies|dieser|deren
          |he|him|she|they|them|this|it)\b
    | (?<=\w\ )\b(?-i:sie)\b
    # "Ist das gefährlich?", not "das Geld", "das erste Konzert" or "gegen das parkhaus"
    | (?<!gegen\ )(?<!für\ )(?<!auf\ )(?<!über\ )(?<!durch\ )(?<!ohne\ )
      \bdas\b(?=\s*(?:(?-i:[a-zäöü])|[?!.,]|$))(?!\s+(?-i:[a-zäöüß]+\s+[A-ZÄÖÜ]))
    | \b(?:die|der|den|dem)\b(?=\s*(?:denn|da|[?!.,]|$))   # "Was kostet die denn?"
    """,
    re.VERBOSE | re.IGNORECASE,
)

# "Und in Taiwan?" asks on, but may be about anything.
_CONNECTING = re.compile(r"^(?:und|aber|and|but)\b\W*", re.IGNORECASE)


def leans(message: str) -> bool:
    """Whether the message can only be understood from what it replies to: "Und wie viel Geld ist da?" """
    return _LEANING.search(message) is not None


def asks_by_itself(answer: Answer) -> bool:
    """Whether the message that got this answer is a question that needs nothing of what it replies to.

    A word or two without a question word, such as "in Taiwan?", only narrow down what is asked there.
    """
    if not answer.subject or answer.follow_up or leans(answer.question):
        return False
    words = words_of(_CONNECTING.sub("", answer.question))
    asks = "?" in answer.question and len(words) >= _SENTENCE
    return asks or any(word.form in _QUESTION_WORDS for word in words)
