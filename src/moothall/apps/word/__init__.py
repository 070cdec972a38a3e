"""Words taken out to Word and brought back, with every change, comment and stray word until somebody has answered."""
