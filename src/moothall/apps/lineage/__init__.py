"""What each change of the text rests on, from what members considered to what stands on the page."""
