"""Comments on words and suggestions of other words, each beside the words it is about."""
