"""From the characters of a PDF's pages to lines in reading order."""
