"""Pairs of Dutch words that the search must bring together, or keep apart.

Chosen by hand before there was an analyser to please. ``source`` names where a word is used (terms
of RVO, KVK, CBS, the vocabulary of the mission) or the spelling rule that it stands for, from our
own knowledge of them. ``nl_meet.csv``: each word must be found by the other; of a compound the
``word`` is its head, of a ``compound part`` an earlier part. ``nl_apart.csv``: neither may be found
by the other. ``nl_typos.csv``: what was typed, and what should be offered instead.
"""
