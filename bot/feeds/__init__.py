"""Feeds as the library: what stands in an RSS or Atom feed becomes article files, and they follow it.

`look` sees what would change and changes nothing; `take_up` writes it.
"""
