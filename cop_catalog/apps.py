from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CopCatalogConfig(AppConfig):
    name = "cop_catalog"
    label = "cop_catalog"
    verbose_name = _("Community of Practice: catalogue")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from cop_blocks.deleting import register_deletion_rule
        from cop_blocks.editing.advice import register_advice
        from cop_blocks.feeds import ATOM, FeedSource, register_feed
        from cop_blocks.finding import register
        from cop_blocks.frontend_cache import register_listing
        from cop_blocks.organisations import register_naming
        from cop_blocks.sections import register_section
        from cop_blocks.setup import register_pages
        from cop_blocks.streamfield import register_live_block
        from cop_catalog import (
            advice,
            blocks,
            by_organisation,
            deleting,
            desk,
            entries,
            models,
            related,
        )
        from cop_catalog.setup import pages

        register_pages(pages, order=20)
        register(
            models.InitiativePageMixin,
            kind=entries.INITIATIVE,
            entry=entries.initiative_entry,
            prefetch=["organisation_rows__organisation", "contact"],
        )
        register(
            models.GoodPracticePageMixin,
            kind=entries.GOOD_PRACTICE,
            entry=entries.good_practice_entry,
            prefetch=["organisation_rows__organisation"],
        )
        register(models.ThemePageMixin, kind=entries.THEME, entry=entries.theme_entry)
        register_listing(models.InitiativeIndexPageMixin, of=[models.InitiativePageMixin])
        register_listing(models.GoodPracticeIndexPageMixin, of=[models.GoodPracticePageMixin])
        # With the number of initiatives in each theme.
        theme_lists = [models.ThemePageMixin, models.InitiativePageMixin]
        register_listing(models.ThemeIndexPageMixin, of=theme_lists)
        register_listing(models.ThemePageMixin)
        register_section("session.main", related.practices_section)
        register_feed(
            FeedSource(models.InitiativeIndexPageMixin, "atom/", ATOM, _("New initiatives"))
        )
        register_feed(
            FeedSource(models.GoodPracticeIndexPageMixin, "atom/", ATOM, _("New good practices"))
        )
        register_naming("cop_catalog.InitiativeOrganisation", "initiative")
        register_naming("cop_catalog.GoodPracticeOrganisation", "good_practice")
        register_section("organisation.main", by_organisation.initiatives_section, order=10)
        register_section("organisation.main", by_organisation.practices_section, order=30)
        for model, rule in (
            (models.InitiativePageMixin, deleting.initiative_that_was_published),
            (models.ThemePageMixin, deleting.theme_that_was_published),
            (models.InitiativeIndexPageMixin, deleting.list_with_pages),
            (models.GoodPracticeIndexPageMixin, deleting.list_with_pages),
            (models.ThemeIndexPageMixin, deleting.list_with_pages),
        ):
            register_deletion_rule(model, rule)
        register_advice(models.InitiativePageMixin, advice.initiative_advice)
        register_advice(models.GoodPracticePageMixin, advice.practice_advice)
        register_live_block("initiatives", blocks.InitiativesBlock())
        register_live_block("themes", blocks.ThemesBlock())
        desk.register_own()
