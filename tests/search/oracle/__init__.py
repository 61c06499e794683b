"""What is true, worked out a second time: plain Python over page objects.

Nothing here knows how the product finds. ``world`` reads pages, ``truth`` answers, ``corpus`` makes
sites by chance, ``states`` what visitors may ask of them. ``tests/search/test_oracle.py`` compares.
"""
