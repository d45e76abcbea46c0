"""Make handbook, cards and poster as PDF.

In come pages, their Markdown and a look; out go the bytes of a file. It knows no folder.
"""
