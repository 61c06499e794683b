"""What an editor sees first: what can be done, what waits, what is out of date.

An app or a host registers what it has to say in ``AppConfig.ready()``::

    from cop_blocks.desk import Number, Shortcut, register_number, register_shortcut

    register_shortcut(new_newsletter, order=50)  # (request) -> Shortcut | None
    register_number(newsletters_to_send)  # (request) -> Number | None
"""

from cop_blocks.desk.registry import (
    Number,
    Shortcut,
    register_number,
    register_out_of_date,
    register_shortcut,
    register_waiting,
)

__all__ = [
    "Number",
    "Shortcut",
    "register_number",
    "register_out_of_date",
    "register_shortcut",
    "register_waiting",
]
