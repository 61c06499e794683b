from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CopEventsConfig(AppConfig):
    name = "cop_events"
    label = "cop_events"
    verbose_name = _("Community of Practice: sessions")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from cop_blocks.deleting import register_deletion_rule
        from cop_blocks.editing.advice import register_advice
        from cop_blocks.feeds import CALENDAR, FeedSource, register_feed
        from cop_blocks.finding import register
        from cop_blocks.frontend_cache import register_listing
        from cop_blocks.leaving import register_export
        from cop_blocks.organisations import register_naming
        from cop_blocks.sections import register_section
        from cop_blocks.setup import register_pages
        from cop_blocks.streamfield import register_live_block
        from cop_events import called_off, deleting, desk
        from cop_events.advice import session_advice
        from cop_events.blocks import NextSessionsBlock, SessionLineBlock
        from cop_events.entry import PREFETCH, SESSION, session_entry
        from cop_events.models import Session, SessionIndexPageMixin, SessionPageMixin
        from cop_events.sections import guiding_questions, organisation_sessions, theme_session
        from cop_events.setup import pages

        register_pages(pages, order=10)
        register(SessionPageMixin, kind=SESSION, entry=session_entry, prefetch=PREFETCH)
        # “Session 3 of 4”: the pages of sessions count each other.
        register_export(Session)
        register_listing(SessionPageMixin, of=[SessionPageMixin], shows_names=False)
        register_listing(SessionIndexPageMixin, of=[SessionPageMixin, SessionIndexPageMixin])
        register_section("theme.main", guiding_questions, order=10)
        register_section("theme.side", theme_session, order=10)
        register_feed(
            FeedSource(SessionIndexPageMixin, "ics/", CALENDAR, _("Sessions in your own calendar"))
        )
        called_off.connect()
        register_naming("cop_events.SessionOrganisation", "page")
        register_section("organisation.main", organisation_sessions, order=20)
        register_advice(SessionPageMixin, session_advice)
        register_deletion_rule(SessionIndexPageMixin, deleting.series_with_sessions)
        register_deletion_rule(SessionPageMixin, deleting.session_that_was_published)
        register_live_block("next_sessions", NextSessionsBlock())
        register_live_block("session_line", SessionLineBlock())
        desk.register_own()
