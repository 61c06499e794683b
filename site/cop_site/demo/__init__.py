"""Demonstration content: invented sessions, people and examples around a list of real schemes."""
