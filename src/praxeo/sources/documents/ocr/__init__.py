"""Text recognition (OCR): what an engine found on pictures of pages, made into pages that layout is read from."""
