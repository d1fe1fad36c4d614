"""The reply to talk: thanks, a greeting, an insult. One line, in private only."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import get_close_matches

from bot.messages.formatting import plain
from bot.messages.reply import Reply
from bot.messages.texts import Texts
from bot.replies.samples import first_samples
from content import Article
from retrieval.base.words import words_of
from retrieval.language import KNOWN
from retrieval.language.rules import union

_WHO = re.compile(r"\b(?:(?:bist|kannst|hei(?:ß|ss)t) du|(?:are|r) (?:you|u)|can you|your name)\b", re.IGNORECASE)

# By what a word of the message tells, in German and English; the first kind that one is found of counts.
_WORDS = {
    "talk-insult": "shut fucking lying clown lügst lügt gelogen",  # beside what always is an insult
    "talk-thanks": """danke dank dankeschön vielen merci thx thanks thank tnx ty cheers super klasse toll great awesome
        perfekt perfect 👍 🙏 ❤""",
    "talk-farewell": "tschüss tschüß tschüs tschau ciao bye goodbye nacht night",
    "talk-laugh": "lol rofl lmao xd haha hahaha hihi hehe 😂 🤣 😄 😅",
    "talk-greeting": """hallo halo hi hey hiya howdy huhu moin servus tach grüß grüße tag morgen abend hello yo morning
        evening afternoon 👋""",
}
_KINDS = {key: frozenset(listed.casefold().split()) for key, listed in _WORDS.items()}
_KINDS["talk-insult"] |= union(rules.topics.insults for rules in KNOWN)

# Short words differ by a letter without being mistyped ones.
_LONG = 5
_CLOSE = 0.8


def talk_reply(message: str, articles: Sequence[Article], texts: Texts) -> Reply:
    """A line that fits what was said; with a greeting, sample questions."""
    key = _kind(message)
    buttons = first_samples(articles, texts.language) if key == "talk-greeting" else ()
    return Reply(plain(texts(key, articles=len(articles))), buttons)


def _kind(message: str) -> str:
    """The key of the line that fits the message."""
    if _WHO.search(message):
        return "talk-who"
    said = {word.form for word in words_of(message)} | set(message.replace("\ufe0f", ""))
    for key, known in _KINDS.items():
        if said & known or any(len(word) >= _LONG and get_close_matches(word, known, 1, _CLOSE) for word in said):
            return key
    return "talk-other"
