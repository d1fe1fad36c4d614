"""Quotes as they are shown: the block, the line under it, the buttons."""
