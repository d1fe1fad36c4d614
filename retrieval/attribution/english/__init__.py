"""English: its words, verbs and syntax."""
