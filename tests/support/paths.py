"""Where things lie in the project."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parents[2]

# The article that the bot comes with.
ARTICLES = ROOT / "content" / "articles"
GOLD = ROOT / "tests" / "gold"
