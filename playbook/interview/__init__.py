"""Ask the owner: a session that knows no terminal, and the screens that show it."""
