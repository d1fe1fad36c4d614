"""What an article is to be made of, as it comes from a file or a server."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Material:
    """The bytes of a text, a Markdown file or a web page.

    `name` is the file's name or the page's address, for messages and for its ending; `url` is where a page was fetched
    from, None for a file. `media_type` and `charset` are what a server says of it.
    """

    data: bytes
    name: str
    url: str | None = None
    media_type: str | None = None
    charset: str | None = None
