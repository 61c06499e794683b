"""What ``manage.py check`` says of a host and of us."""

from django.core.checks import CheckMessage, run_checks


def told() -> list[CheckMessage]:
    """All but of the models of a host that break the rules of translation on purpose."""
    return [
        message
        for message in run_checks()
        if not str(message.id).startswith("cop_translation.W0")
        or getattr(message.obj, "__module__", "").split(".")[:3] != ["tests", "hosts", "hostpages"]
    ]
