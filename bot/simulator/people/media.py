"""Photos and videos as they arrive from people."""

from __future__ import annotations

import base64
from typing import Final

from bot.simulator.world.message_content.media import File, Photo, PhotoSize, Video

# The boxes that a photo is scaled into, and about how many bytes it has then.
_SIZES: Final = ((90, 1_400), (320, 19_000), (800, 74_000), (1280, 140_000))


def new_photo(number: int, width: int, height: int) -> Photo:
    """A photo as it arrives: Telegram keeps none larger than 1280 pixels."""
    longer = max(width, height)
    boxes = [(box, size) for box, size in _SIZES if box <= longer] or [(longer, _SIZES[0][1])]
    return Photo(tuple(_photo_size(number, width, height, box, size) for box, size in boxes))


def new_video(number: int, width: int, height: int, duration: int) -> Video:
    """A video as it arrives, with a small picture of its beginning."""
    file = _file("video", number, 250_000 * max(duration, 1))
    return Video(file, width, height, duration, _photo_size(number, width, height, *_SIZES[1]))


def _photo_size(number: int, width: int, height: int, box: int, size: int) -> PhotoSize:
    longer = max(width, height)
    return PhotoSize(_file(f"photo-{box}", number, size), width * box // longer, height * box // longer)


def _file(kind: str, number: int, size: int) -> File:
    return File(_identifier(f"simulated-file:{kind}:{number}"), _identifier(f"{kind}:{number}"), size)


def _identifier(text: str) -> str:
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")
