"""Show the interview in a terminal: screens below, dialogs with the owner above.

In come a session and a screen; out goes how the interview ended. Everything that knows a terminal
is here, and nothing that decides what an answer means.
"""
