"""An own article, from a file that was dropped on the page or from an address: first what it will be, then its file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from bot.config.errors import UnusableMaterial
from bot.ingest.extract.draft import extract_draft
from bot.ingest.http.client import fetch
from bot.ingest.http.material import Material
from bot.ingest.storage.articles import save
from content import Draft


class DraftForm(BaseModel):
    """A draft as it was corrected on the page."""

    model_config = ConfigDict(extra="forbid")

    text: str
    title: str = ""
    language: str = ""
    publisher: str = ""
    authors: tuple[str, ...] = ()
    published: date | None = None
    url: str = ""
    licence: str = ""
    sources: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()

    def draft(self) -> Draft:
        """The draft; what was left empty is not known."""
        values: Mapping[str, Any] = {name: value or None for name, value in self if not isinstance(value, tuple)}
        lists = {name: value for name, value in self if isinstance(value, tuple)}
        return Draft(**{**values, **lists, "text": self.text})


def draft_json(draft: Draft, largest: int) -> dict[str, Any]:
    """The draft for the page to show.

    Raises:
        InvalidText: it has more than `largest` MB.
    """
    draft.check_size(largest)
    published = draft.published.isoformat() if draft.published else None
    return {**asdict(draft), "published": published}


def draft_from_file(data: bytes, name: str, largest: int) -> dict[str, Any]:
    """What a file will be.

    Raises:
        BotError, ContentError: no article can be made of it; one line, what to do instead.
    """
    return draft_json(extract_draft(Material(data, name)), largest)


def draft_from_address(url: str, largest: int) -> dict[str, Any]:
    """What the page at an address will be. Raises what `draft_from_file` does."""
    return draft_json(extract_draft(fetch(url)), largest)


def save_draft(sent: Any, folder: Path, largest: int) -> dict[str, Any]:
    """Where the corrected draft now stands.

    Raises:
        BotError, ContentError: it cannot be an article, or the folder has it already.
    """
    try:
        form = DraftForm.model_validate(sent)
    except ValidationError as error:
        first = error.errors()[0]
        raise UnusableMaterial(f"{'.'.join(map(str, first['loc']))}: {first['msg']}") from None
    return {"path": save(form.draft(), folder, largest).name}
