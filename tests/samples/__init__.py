"""Files made while the tests run: the same matter as Word, as PDFs of several producers, as OpenDocument, as HTML."""
