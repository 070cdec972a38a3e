"""What scrutiny recommended, and what was answered to it."""
