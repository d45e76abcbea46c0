"""Carry out what a command asks for, one use case a module.

In come an owner's folder and options; out go files and values to report. It joins all other
rooms, and knows neither click nor how a message looks.
"""
