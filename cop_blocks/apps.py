from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CopBlocksConfig(AppConfig):
    name = "cop_blocks"
    label = "cop_blocks"
    verbose_name = _("Community of Practice: building blocks")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from cop_blocks import checks as host_checks
        from cop_blocks.around import read_along
        from cop_blocks.contact import linked_pages
        from cop_blocks.deleting import register_deletion_rule
        from cop_blocks.deleting.rules import snippet_in_use
        from cop_blocks.desk import own
        from cop_blocks.editing import register_own_advice
        from cop_blocks.facts import checks, localize, signals
        from cop_blocks.feeds import lists_of_feeds
        from cop_blocks.frontend_cache import register_listing
        from cop_blocks.frontend_cache.listening import connect_if_installed
        from cop_blocks.leaving import register_export
        from cop_blocks.models import (
            Organisation,
            OrganisationIndexPageMixin,
            Person,
            SiteSettings,
            Term,
            Vocabulary,
        )
        from cop_blocks.setup.steps import register_own

        read_along("links", linked_pages)
        read_along("feeds", lists_of_feeds)
        register_own()
        own.register_own()
        register_own_advice()
        register_deletion_rule(Organisation, snippet_in_use)
        register_deletion_rule(Person, snippet_in_use)
        checks.register()
        host_checks.register()
        signals.connect()
        connect_if_installed()
        register_listing(OrganisationIndexPageMixin)
        for model in (Organisation, Person, Vocabulary, Term, SiteSettings):
            register_export(model)
        localize.leave_row_facts_alone()
