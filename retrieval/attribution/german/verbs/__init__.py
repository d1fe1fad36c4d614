"""German verbs: their lists, forms and groups."""
