"""What is translated, what waits and for how long: a report over every page and snippet.

All of it is derived from the live tables when it is asked for; nothing of it is kept.
"""


def connect() -> None:
    """What waits for a translator stands on the dashboard."""
    from django.http import HttpRequest

    from cop_blocks.desk import Number, register_waiting

    def waiting(request: HttpRequest) -> Number | None:
        from cop_blocks.translation.report import mine

        return mine.waiting(request)

    register_waiting(waiting, order=20)
