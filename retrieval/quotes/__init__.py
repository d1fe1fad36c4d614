"""Quotes: stretches of an article with who says them; found again by their place, by their words, by their speaker."""
