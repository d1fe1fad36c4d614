"""What commands print: formatted text, explanations, progress, paths."""
