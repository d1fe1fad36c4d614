"""The bot's own words, from the files in `bot/locales` (Project Fluent: projectfluent.org)."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax.ast import Junk, Message, Resource

from bot.config.errors import InvalidCatalogue
from bot.config.settings import InterfaceLanguage
from bot.messages.formatting import FormattedText, plain

_LOCALES = Path(__file__).resolve().parents[1] / "locales"

# Buttons that always have the same label.
_LABELS = (
    *("context", "back-to-quote", "copy", "voices-all", "voices-here", "back-to-article", "all-articles"),
    *("only-this", "from-all", "search-all", "copy-link", "read-article", "read-article-short", "check-it"),
)

# Stands for words that may be any.
_ANY = "\ue002"

# Stands for a formatted argument while Fluent puts a text together. Private-use characters: nobody else's meaning.
_SLOT = re.compile("\ue000([a-z_]+)\ue001")


@dataclass(frozen=True, eq=False, slots=True)
class Texts:
    """The texts of one language."""

    language: InterfaceLanguage
    _bundle: FluentBundle

    def __call__(self, key: str, **arguments: str | int) -> str:
        """The text with this key, its arguments filled in. Numbers choose plural forms.

        Raises:
            InvalidCatalogue: there is no such text, or an argument that it needs was not given.
        """
        return self.format(key, **arguments).text

    @property
    def labels(self) -> frozenset[str]:
        """What stands on buttons that have a fixed label."""
        fixed = frozenset(self(key) for key in _LABELS)
        return fixed | {self("context-of", number=number) for number in (1, 2)}

    @property
    def headings(self) -> frozenset[str]:
        """What stands in the first line above a list of articles, without the numbers, or above sample questions."""
        above = [self("articles-list", articles=count) for count in (1, 2)]
        above += [self("articles-found", articles=count, words=_ANY).partition(_ANY)[0] for count in (1, 2)]
        others = {self(key) for key in ("voices-by-article", "overview-of-which", "which-article", "ask-something")}
        return frozenset(heading.lstrip("12") for heading in above) | others

    def format(self, key: str, **arguments: FormattedText | str | int) -> FormattedText:
        """Like calling it, but the arguments may be formatted."""
        numbers = {name: value for name, value in arguments.items() if isinstance(value, int)}
        inserted = {name: plain(value) for name, value in arguments.items() if not isinstance(value, int)}
        # Fluent never sees the words themselves: it would refuse long ones, and knows no formats.
        slots = {name: f"\ue000{name}\ue001" for name in inserted}
        pieces = _SLOT.split(self._format(key, {**numbers, **slots}))
        text = plain(pieces[0])
        for name, after in zip(pieces[1::2], pieces[2::2], strict=True):
            text = text + inserted[name] + after
        return text

    def _format(self, key: str, arguments: Mapping[str, str | int]) -> str:
        if not self._bundle.has_message(key):
            raise InvalidCatalogue(f'{self.language}.ftl: there is no text "{key}"')
        pattern = self._bundle.get_message(key).value
        text, errors = self._bundle.format_pattern(pattern, dict(arguments)) if pattern else ("", ["it has no value"])
        if errors:
            raise InvalidCatalogue(f'{self.language}.ftl: the text "{key}": {errors[0]}')
        return str(text)


class Catalogue:
    """The texts of every interface language.

    Raises:
        InvalidCatalogue: a file is missing or cannot be parsed, or one language lacks a text that another has.
    """

    def __init__(self, folder: Path = _LOCALES) -> None:
        sources = {language: _parse(folder / f"{language}.ftl") for language in InterfaceLanguage}
        keys = {language: _keys(resource) for language, resource in sources.items()}
        every = frozenset[str]().union(*keys.values())
        for language, present in keys.items():
            if lacking := ", ".join(sorted(every - present)):
                raise InvalidCatalogue(f"{language}.ftl lacks texts that another language has: {lacking}")
        self.keys = every
        self._texts = {language: Texts(language, _bundle(language, source)) for language, source in sources.items()}

    def __getitem__(self, language: InterfaceLanguage) -> Texts:
        return self._texts[language]

    def for_code(self, code: str | None, default: InterfaceLanguage) -> Texts:
        """The texts for somebody whose client has this IETF language tag; None: not known.

        German for German, English for all whom we have no other language for.
        """
        if code is None:
            return self[default]
        german = code.lower().split("-")[0] == InterfaceLanguage.GERMAN
        return self[InterfaceLanguage.GERMAN if german else InterfaceLanguage.ENGLISH]

    def language_of_buttons(self, labels: Collection[str], first_line: str = "") -> InterfaceLanguage | None:
        """The language of a message of the bot's with buttons with these labels; None when nothing in it tells."""
        for language, texts in self._texts.items():
            if texts.labels & set(labels) or any(heading in first_line for heading in texts.headings):
                return language
        return None


def _parse(path: Path) -> Resource:
    try:
        resource = _resource(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidCatalogue(f"{path}: cannot be read as UTF-8 text ({error})") from error
    for entry in resource.body:
        if isinstance(entry, Junk):
            raise InvalidCatalogue(f"{path}: cannot be parsed near {str(entry.content).strip()[:60]!r}")
    return resource


@lru_cache(maxsize=len(InterfaceLanguage))
def _resource(source: str) -> Resource:
    # Parsing takes longer than all else that a bot does when it starts; nothing changes what was parsed.
    return FluentResource(source)


def _keys(resource: Resource) -> frozenset[str]:
    return frozenset(entry.id.name for entry in resource.body if isinstance(entry, Message))


def _bundle(language: InterfaceLanguage, resource: Resource) -> FluentBundle:
    # No isolation marks around arguments: they would be characters that the article does not have.
    bundle = FluentBundle([language.value], use_isolating=False)
    bundle.add_resource(resource)
    return bundle
