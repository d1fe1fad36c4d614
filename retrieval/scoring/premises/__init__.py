"""Which parts of a question nothing in the articles asked supports."""
