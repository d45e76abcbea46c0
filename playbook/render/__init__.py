"""Fill templates with pages.

In come typed pages and folders of templates; out goes text by address. It knows no site.
"""
