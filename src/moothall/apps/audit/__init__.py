"""The record: one line for every deed, added and never changed."""
