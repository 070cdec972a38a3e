"""The reading panel: the register of returns, passages and search."""
