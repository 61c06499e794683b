from django.apps import AppConfig
from django.core.checks import Tags, register
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class CopSearchConfig(AppConfig):
    name = "cop_search"
    label = "cop_search"
    verbose_name = _("Community of Practice: finding")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from cop_blocks.base_page import Page
        from cop_blocks.frontend_cache import register_listing, register_refresher
        from cop_blocks.leaving import register_deletion, register_export
        from cop_blocks.setup import register_pages, register_rights, register_step
        from cop_blocks.site_data import register_search_address
        from cop_blocks.streamfield import register_live_block
        from cop_search import blocks, conf, handlers, purging
        from cop_search.boxes import results_address
        from cop_search.checks import (
            check_api_origins,
            check_deliveries,
            check_deliveries_before_deploying,
            check_engine,
            check_htmx,
            check_languages,
            check_tasks,
            check_words,
        )
        from cop_search.counting.wagtail_urls import add_route
        from cop_search.delivery.servers import ELASTICSEARCH, make_elasticsearch
        from cop_search.delivery.target import register_target
        from cop_search.delivery.worker import enqueue_drain
        from cop_search.engines.elasticsearch.checks import check_search_server
        from cop_search.engines.schema import ensure_schema
        from cop_search.models import BestBet, SearchCount, Synonym
        from cop_search.models.search_page import SearchPageMixin
        from cop_search.outbox import register_listener, work_off
        from cop_search.setup import fill_index, pages, rights

        post_migrate.connect(ensure_schema, sender=self, dispatch_uid="cop_search.ensure_schema")
        handlers.connect()
        purging.connect_if_installed()
        add_route()
        register_listener(enqueue_drain)
        register_target(ELASTICSEARCH, make_elasticsearch, lambda: bool(conf.search_server()))
        register(check_engine)
        register(check_htmx)
        register(check_languages)
        register(check_words, Tags.database)
        register(check_api_origins)
        register(check_deliveries, Tags.database)
        register(check_deliveries_before_deploying, deploy=True)
        register(check_tasks)
        register(check_search_server)
        register_refresher(work_off)
        register_listing(SearchPageMixin, of=[Page])
        register_search_address(results_address)
        register_live_block("search_box", blocks.SearchBoxBlock())
        register_live_block("search_within", blocks.SearchWithinBlock())
        register_live_block("newest_pages", blocks.NewestBlock())
        register_pages(pages, order=30)
        register_step("index", fill_index, order=90)
        for model in (BestBet, Synonym):
            register_export(model)
            register_deletion(model)
        register_deletion(SearchCount)
        for group in ("editors", "moderators"):
            register_rights(group, rights())
