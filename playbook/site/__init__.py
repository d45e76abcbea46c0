"""Turn pages into a website: tree, menu, links, configuration, engine, publication.

In come texts by address, a menu and a look; out goes a folder a browser opens. It knows no answers.
"""
