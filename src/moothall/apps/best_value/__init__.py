"""Evidence by theme of the best value guidance: what is found, what a person chose, added or took away."""
