"""What is there twice: articles, and parts of their texts."""
