"""What is translated, what waits and for how long: a report over every page and snippet.

All of it is derived from the live tables when it is asked for; nothing of it is kept.
"""
