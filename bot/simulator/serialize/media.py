"""Photos and videos."""

from __future__ import annotations

from bot.simulator.serialize.fields import Json
from bot.simulator.world.message_content.media import File, Media, Photo, PhotoSize


def media_json(media: Media) -> Json:
    """The one field of a message that says what is shown."""
    if isinstance(media, Photo):
        return {"photo": [_size_json(size) for size in media.sizes]}
    video = {
        **_file_json(media.file),
        "width": media.width,
        "height": media.height,
        "duration": media.duration,
        "mime_type": "video/mp4",
        "thumbnail": _size_json(media.thumbnail),
    }
    return {"video": video}


def _size_json(size: PhotoSize) -> Json:
    return {**_file_json(size.file), "width": size.width, "height": size.height}


def _file_json(file: File) -> Json:
    return {"file_id": file.file_id, "file_unique_id": file.file_unique_id, "file_size": file.size}
