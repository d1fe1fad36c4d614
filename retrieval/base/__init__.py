"""What everything else is made of: arrays, spans of a text, its words, errors, a cache."""
