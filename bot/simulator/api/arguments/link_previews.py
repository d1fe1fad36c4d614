"""LinkPreviewOptions, as bots send it."""

from __future__ import annotations

from typing import Annotated

from bot.simulator.api.parameters import FromJson, Part
from bot.simulator.world.message_content.link_previews import LinkPreview


class InputLinkPreview(Part):
    """LinkPreviewOptions."""

    is_disabled: bool = False
    url: str | None = None
    prefer_small_media: bool = False
    prefer_large_media: bool = False
    show_above_text: bool = False

    def as_link_preview(self) -> LinkPreview | None:
        """As the message has it; None when nothing is set."""
        preview = LinkPreview(**self.model_dump())
        return None if preview == LinkPreview() else preview


LinkPreviewOptions = Annotated[InputLinkPreview, FromJson]
