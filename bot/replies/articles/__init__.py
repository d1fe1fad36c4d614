"""Articles as they are shown: one, and the list of many."""
