"""From the bytes of an RSS or Atom feed to its entries."""
