"""Bytes as text: mostly UTF-8 is UTF-8, and what else is not."""

from __future__ import annotations

import pytest

from bot.config.errors import UnusableMaterial
from bot.ingest.extract.encoding import decode, repair_utf8
from bot.ingest.http.material import Material

SENTENCE = "Für die Größe der Äpfel ist die Höhe der Bäume schuld, sagte Änne Öztürk."


def read(data: bytes, name: str = "page.html") -> str:
    return decode(Material(data, name))


@pytest.mark.parametrize("broken", [b"\xc3", b"\xfc", b"\xe2\x80", b"\xff"])
@pytest.mark.parametrize("head", ["", "<meta charset=utf-8>", "<meta charset=iso-8859-1>"])
def test_one_broken_byte_does_not_make_the_whole_page_unreadable(broken: bytes, head: str) -> None:
    assert (
        read(f"<html>{head}{SENTENCE} Der B".encode() + broken + b"rger.") == f"<html>{head}{SENTENCE} Der B\ufffdrger."
    )


@pytest.mark.parametrize("head", ["", "<meta charset=utf-8>", "<meta charset=windows-1252>"])
@pytest.mark.parametrize(
    "text", [SENTENCE, "„Spaß“", "“Spaß”", "Das kostet 5 € – und mehr. „Großer Spaß“, sagt Öztürk."]
)
def test_windows_1252_stays_what_it_is_also_where_it_calls_itself_utf_8(head: str, text: str) -> None:
    assert read(f"<html>{head}{text}".encode("cp1252")) == f"<html>{head}{text}"


def test_what_is_utf_8_or_has_a_mark_is_not_touched() -> None:
    for data in (SENTENCE.encode(), SENTENCE.encode("utf-16"), SENTENCE.encode("utf-8-sig"), b""):
        assert repair_utf8(data) is data


def test_stray_zero_bytes_are_left_out() -> None:
    assert read(f"{SENTENCE * 5}\0 Und weiter.\0".encode()) == f"{SENTENCE * 5} Und weiter."
    with pytest.raises(UnusableMaterial, match="this is no text"):
        read(b"GIF\0\0\1\0\0")
