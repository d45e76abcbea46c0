"""Make a built site lighter and easier to search, without changing what it says.

In come the files an engine made; out go the same files, smaller. It knows neither answers nor
which engine it was.
"""
