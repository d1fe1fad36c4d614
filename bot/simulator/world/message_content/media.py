"""Photos and videos that people show; only what bots are told of them (core.telegram.org/bots/api#photosize, #video).

The identifiers are invented: there is no file behind them, and bots cannot get one.
"""

from __future__ import annotations

import base64
from dataclasses import dataclass
from typing import Final

# The boxes that a photo is scaled into, and about how many bytes it has then.
_SIZES: Final = ((90, 1_400), (320, 19_000), (800, 74_000), (1280, 140_000))


@dataclass(frozen=True, slots=True)
class File:
    """A file on Telegram's servers; `size` is in bytes."""

    file_id: str
    file_unique_id: str
    size: int


@dataclass(frozen=True, slots=True)
class PhotoSize:
    """A photo in one size, in pixels."""

    file: File
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo in several sizes, the smallest first."""

    sizes: tuple[PhotoSize, ...]


@dataclass(frozen=True, slots=True)
class Video:
    """A video; `duration` is in seconds."""

    file: File
    width: int
    height: int
    duration: int
    thumbnail: PhotoSize


Media = Photo | Video


def new_photo(number: int, width: int, height: int) -> Photo:
    """A photo as it arrives: Telegram keeps none larger than 1280 pixels."""
    longer = max(width, height)
    boxes = [(box, size) for box, size in _SIZES if box <= longer] or [(longer, _SIZES[0][1])]
    return Photo(tuple(_scaled(number, width, height, box, size) for box, size in boxes))


def new_video(number: int, width: int, height: int, duration: int) -> Video:
    """A video as it arrives, with a small picture of its beginning."""
    file = _file("video", number, 250_000 * max(duration, 1))
    return Video(file, width, height, duration, _scaled(number, width, height, *_SIZES[1]))


def _scaled(number: int, width: int, height: int, box: int, size: int) -> PhotoSize:
    longer = max(width, height)
    return PhotoSize(_file(f"photo-{box}", number, size), width * box // longer, height * box // longer)


def _file(kind: str, number: int, size: int) -> File:
    return File(_identifier(f"simulated-file:{kind}:{number}"), _identifier(f"{kind}:{number}"), size)


def _identifier(text: str) -> str:
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")
