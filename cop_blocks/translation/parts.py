"""The parts of the app, each of which connects itself: its seams, signals and registrations."""


def connect() -> None:
    """Called by ``AppConfig.ready()``, where wagtail-localize is installed."""
    from cop_blocks.translation import (  # noqa: F401
        batching,
        cascades,
        copying,
        freshness,
        guards,
        helps,
        jobs,
        machine,
        model_rules,
        pofiles,
        report,
        rights,
        sturdy,
    )

    batching.connect()
    cascades.connect()
    freshness.connect()
    guards.connect()
    helps.connect()
    jobs.connect()
    report.connect()
    rights.connect()
    machine.connect()
    model_rules.register()
    pofiles.connect()
    sturdy.connect()
