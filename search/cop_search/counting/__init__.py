"""Counting what is searched for, without persons.

A results page holds a signed token; a script posts it back once the page has been shown. Nothing is
written when a page is asked for.
"""
