"""Suggestions while somebody types: see ``cop_search.facade.suggest``."""
