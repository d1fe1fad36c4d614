"""Photos and videos that people show; only what bots are told of them (core.telegram.org/bots/api#photosize, #video).

The identifiers are invented: there is no file behind them, and bots cannot get one.
"""

from __future__ import annotations

from dataclasses import dataclass


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
