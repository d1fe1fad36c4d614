"""Bilingual dictionaries, read where the system keeps them. None is a part of this project."""

from retrieval.translation.dictionaries import STANDARD_FOLDERS, Dictionaries, Installed

__all__ = ["STANDARD_FOLDERS", "Dictionaries", "Installed"]
