"""What all pages share: layouts, macros, form rendering, dates in words, pictures and errors."""
