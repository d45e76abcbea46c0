"""Turn finished pages into a website: look, configuration, tree, engine, publication."""
