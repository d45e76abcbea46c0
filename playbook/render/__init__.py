"""Fill the page templates: typed pages in, Markdown out."""
