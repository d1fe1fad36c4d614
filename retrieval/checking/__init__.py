"""Quotations in messages, compared with what the articles say: word for word, shortened, altered, or not there."""
