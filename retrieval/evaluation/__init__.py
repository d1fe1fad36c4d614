"""Measuring retrieval on questions whose answers are known. Nothing here is needed to answer one."""
