"""Calendar feeds, read by calendar programs that cannot sign in: the address itself is the key."""
