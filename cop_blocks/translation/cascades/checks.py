"""A wrong answer to the setting, told by ``manage.py check``."""

from collections.abc import Mapping
from typing import Any

from django.core import checks

from cop_blocks.translation import conf
from cop_blocks.translation.cascades.acts import ACTS

WRONG_CASCADE = "cop_translation.E020"
_ANSWERS = (conf.ASK, conf.FOLLOW, conf.LEAVE)


def check_cascade(app_configs: Any = None, **kwargs: Any) -> list[checks.CheckMessage]:
    """What is not known is taken for "ask", so it does no harm; but somebody meant something."""
    given = conf.cascade_as_given()
    answers = given if isinstance(given, Mapping) else {"": given}
    wrong = [
        f"{act}: {answer}".removeprefix(": ")
        for act, answer in answers.items()
        if answer not in _ANSWERS or act not in ("", *ACTS)
    ]
    return [
        checks.Error(
            f"COP_TRANSLATION_CASCADE says {told!r}, which is not known.",
            hint=f"One of {', '.join(_ANSWERS)}, or a mapping of {', '.join(ACTS)} to these.",
            id=WRONG_CASCADE,
        )
        for told in wrong
    ]
