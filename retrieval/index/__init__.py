"""What is made of articles before anybody asks: terms, postings, vectors, and what of them is kept on disk."""
