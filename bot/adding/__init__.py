"""From a text, a Markdown file or a web page to an article file. Pure but for `fetch` and `save`."""

from bot.adding.drafting import draft_of
from bot.adding.feed_signs import is_feed
from bot.adding.fetching import fetch, is_private
from bot.adding.material import Material
from bot.adding.saving import free_path, save

__all__ = ["Material", "draft_of", "fetch", "free_path", "is_feed", "is_private", "save"]
