"""What has to be known of a language to cut its text into sentences and to weigh its words."""

from __future__ import annotations

from retrieval.language.english.rules import ENGLISH
from retrieval.language.german.rules import GERMAN
from retrieval.language.other_languages import OTHERS
from retrieval.language.rules import LanguageRules
from retrieval.language.russian import RUSSIAN

KNOWN = (GERMAN, ENGLISH, RUSSIAN, *OTHERS)
_BY_CODE = {rules.code: rules for rules in KNOWN}


def rules_of(code: str) -> LanguageRules:
    """The rules of the language with this ISO 639-1 code; rules that know no words when it is not one of ours."""
    return _BY_CODE.get(code.lower()) or LanguageRules(code=code.lower())


__all__ = ["ENGLISH", "GERMAN", "KNOWN", "RUSSIAN", "LanguageRules", "rules_of"]
