"""Output on terminals and in files of any encoding: what it lacks is written otherwise, and nothing dies of it."""

from __future__ import annotations

import codecs
import json
import os
import sys
import unicodedata
from io import TextIOWrapper
from pathlib import Path

_HANDLER = "belegbot.substitute"

# For what no smaller encoding than Unicode has, or only some of them.
_SUBSTITUTES = {
    **dict.fromkeys("❝❞„“”«»", '"'),
    **dict.fromkeys("‚‘’‹›", "'"),
    **dict.fromkeys("–—−", "-"),
    **dict.fromkeys("•·", "*"),
    **{"✓": "+", "✗": "x", "→": "->", "←": "<-", "€": "EUR", "ß": "ss", "\u200b": "", "\u00ad": ""},
}


def replace_closed_streams() -> None:
    """Gives the process those of its standard streams that it was started without, as by some supervisors: empty."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - until the process ends


def substitute_unencodable() -> None:
    """From now on standard output writes what its encoding lacks as signs and letters that it has: "❝" as a quotation
    mark, "é" as "e", anything else as "?"."""
    codecs.register_error(_HANDLER, _substitute)
    # Standard error has a way of its own, by which it never fails.
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors=_HANDLER)


def json_text(value: object) -> str:
    """The value as JSON for standard output, where it can with its letters as they are."""
    return json.dumps(value, ensure_ascii=not _is_unicode(sys.stdout), indent=2)


def _is_unicode(stream: object) -> bool:
    encoding = getattr(stream, "encoding", None) or "utf-8"
    return codecs.lookup(encoding).name.startswith("utf")


def _substitute(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    unencodable = error.object[error.start : error.end]
    return "".join(map(_substitute_of, unencodable)), error.end


def _substitute_of(character: str) -> str:
    if character in _SUBSTITUTES:
        return _SUBSTITUTES[character]
    plain = unicodedata.normalize("NFKD", character).encode("ascii", "ignore").decode()
    return plain or ("" if unicodedata.combining(character) else "?")
