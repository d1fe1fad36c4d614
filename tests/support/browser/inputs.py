"""What is asked in the preview, and the page that is dropped into it."""

from __future__ import annotations

from pathlib import Path

RICHEST = "Wer ist der reichste Mensch der Welt?"
STARLINK = "Was hat Starlink mit Taiwan zu tun?"

PAGE = (Path(__file__).parent / "bruecke.html").read_text("utf-8")
