"""Lead through the questions: what comes next, and what an answer does.

In come a draft and what somebody answered; out come the next question, and what happened as a
value. It knows no screen, no clock and no terminal: any face can stand before it.
"""
