"""Feeds as the library: what stands in an RSS or Atom feed becomes article files, and they follow it.

feed_of      bytes -> the feed and its entries
gather       entries -> drafts, of the feed's text or of the page
weigh        drafts -> decisions: new, corrected, duplicate, edited, refused; pure but for reading the files
take_up      decisions -> files
"""
