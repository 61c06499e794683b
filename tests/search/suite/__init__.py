"""Sixty questions with the pages that answer them: the same on every engine.

``pages`` is the site, ``queries`` what is asked of it and what is to be found, written by hand, and
``asking`` puts the questions to an engine.
"""
