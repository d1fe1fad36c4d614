"""What is written into the content folder."""
