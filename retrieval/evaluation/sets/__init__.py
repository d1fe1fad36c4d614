"""Sets of questions: what they are, and the formats of their files."""
