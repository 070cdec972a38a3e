"""Words that something rests on, each with its place, found again when their document changes."""
