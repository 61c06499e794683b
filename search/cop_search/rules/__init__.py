"""Editors' rules: which words mean the same, and which pages come first.

They are read with each question, in one statement, and never kept: what is saved holds at once, in
every process.
"""
