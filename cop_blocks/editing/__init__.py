"""What helps an editor on every edit form: fields that come when they apply, counters, advice."""


def register_own_advice() -> None:
    """What holds for every page of ours; call it in ``ready()``."""
    from cop_blocks.editing import common_advice
    from cop_blocks.editing.advice import register_advice
    from cop_blocks.pages import CopPageMixin

    for adviser in (
        common_advice.title_advice,
        common_advice.summary_advice,
        common_advice.body_advice,
    ):
        register_advice(CopPageMixin, adviser)
