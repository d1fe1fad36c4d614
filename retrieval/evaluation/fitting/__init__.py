"""Fitting the constants of answerability, and how sets fare with them."""
