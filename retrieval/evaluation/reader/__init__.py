"""Trains the reader: the model that tells whether a passage answers a question. Nothing here runs in the bot."""
