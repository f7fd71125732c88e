"""Keeps countries as files."""
