"""Sentences, taken apart: tokens, quotations, verbs, clauses, and how a language's grammar finds a subject."""
