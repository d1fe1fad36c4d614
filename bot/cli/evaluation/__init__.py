"""`python -m bot evaluate`: how good the answers are."""
