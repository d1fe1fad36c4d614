"""From the bytes of a file or a page to a draft."""
