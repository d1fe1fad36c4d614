"""Bytes as text."""

from __future__ import annotations

import codecs
import re

from bot.config.errors import UnusableMaterial
from bot.ingest.http.material import Material

_BYTE_ORDER_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",  # before UTF-16, whose mark it begins with
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}

# What pages that state these have in fact, and how browsers read them (encoding.spec.whatwg.org/#names-and-labels).
_CP1252_ALIASES = ("iso8859-1", "ascii")
_META = re.compile(rb"""<(?:meta|\?xml)[^<>]*?(?:charset|encoding)\s*=\s*["']?([a-z0-9_.:-]+)""", re.IGNORECASE)
_HEAD = 4096

# What German and English texts are in that are not UTF-8 and do not say so. Of six short ones charset-normalizer takes
# three for Baltic or Chinese when it may choose from all encodings, and none wrongly from these two.
_PLAUSIBLE = ["cp1252", "mac_roman"]

# A character of several bytes (Unicode, table 3-7).
_MULTIBYTE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]"
    rb"|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]"
    rb"|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}"
)
_NOT_ASCII = re.compile(rb"[\x80-\xff]")

# A text may have so many zero bytes a byte, which are left out; one that has more is no text.
_STRAY_ZEROS = 0.01

_SIGNATURES = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "an office document or an archive",
    b"\xd0\xcf\x11\xe0": "an office document",
    b"{\\rtf": "an RTF document",
    b"\x1f\x8b": "a compressed file",
}


def decode(material: Material) -> str:
    """The text of the material, its lines ended by line feeds.

    The encoding is what a byte order mark says; else UTF-8 if it can be, or mostly is (what is none is U+FFFD then);
    else what the server or the page itself says; else what it looks like. Stray zero bytes are left out.

    Raises:
        UnusableMaterial: it is empty, no text, or in an encoding that cannot be told.
    """
    data, name = material.data, material.name
    if not data.strip():
        raise UnusableMaterial(f"{name}: it is empty; give a file or a page that has a text")
    for signature, kind in _SIGNATURES.items():
        if data.startswith(signature):
            raise UnusableMaterial(f"{name}: this is {kind}, no text; save its text as a .txt file in UTF-8")
    text = _decode(data, material.charset)
    if text is None or text.count("\0") > _STRAY_ZEROS * len(text):
        raise UnusableMaterial(f"{name}: this is no text, or in an unknown encoding; save it as a text file in UTF-8")
    return text.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")


def repair_utf8(data: bytes) -> bytes:
    """The bytes as valid UTF-8, if they mostly are: if more characters have several bytes than bytes belong to none.

    A single byte that is broken would otherwise make all the page be read as Windows-1252, each "ü" as "Ã¼". What is
    broken becomes U+FFFD, as browsers show it: which letter it was is not guessed.
    """
    if data.startswith(tuple(_BYTE_ORDER_MARKS)) or _decode_as(data, "utf-8") is not None:
        return data
    rest, characters = _MULTIBYTE.subn(b"", data)
    is_mostly_valid = characters > len(_NOT_ASCII.findall(rest))
    return data.decode("utf-8", "replace").encode() if is_mostly_valid else data


def is_utf8(data: bytes) -> bool:
    """Whether these bytes are UTF-8, whatever they call themselves. (ESC is how ISO-2022-JP leaves ASCII.)"""
    return b"\x1b" not in data and _decode_as(data, "utf-8") is not None


def _decode(data: bytes, charset: str | None) -> str | None:
    if mark := next((mark for mark in _BYTE_ORDER_MARKS if data.startswith(mark)), None):
        return _decode_as(data, _BYTE_ORDER_MARKS[mark])
    data = repair_utf8(data)
    for encoding in ("utf-8", charset, _declared_charset(data)):
        if (text := _decode_as(data, encoding)) is not None:
            return text
    return None if b"\0" in data else _guess(data)


def _decode_as(data: bytes, encoding: str | None) -> str | None:
    if encoding is None:
        return None
    try:
        known = codecs.lookup(encoding).name
        return data.decode("cp1252" if known in _CP1252_ALIASES else known)
    except (LookupError, ValueError):
        return None


def _declared_charset(data: bytes) -> str | None:
    found = _META.search(data, 0, _HEAD) if data.lstrip().startswith(b"<") else None
    return found[1].decode("ascii") if found else None


def _guess(data: bytes) -> str | None:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - most files are UTF-8

    best = from_bytes(data, cp_isolation=_PLAUSIBLE).best()
    return str(best) if best else None
