"""A data migration of ours, or of a host, as the files of this repository make it see a page."""

import json
from typing import Any

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from tests.blocks.site_factories import fresh, home, page_below

BODY = [{"type": "heading", "value": {"text": "Kop", "level": "h2"}, "id": "a"}]


@pytest.mark.django_db
def test_saving_a_page_in_a_data_migration_keeps_its_body(settings: Any) -> None:
    settings.MIGRATION_MODULES = {}
    page = page_below(home(), body=json.dumps(BODY))
    loader = MigrationExecutor(connection).loader
    last = loader.graph.leaf_nodes("cop_blocks")
    model: Any = loader.project_state(last).apps.get_model("cop_blocks", "InformationPage")
    historical = model.objects.get(pk=page.pk)
    assert historical.body == BODY
    historical.introduction = "Gewijzigd"
    historical.save()
    saved = fresh(page)
    assert saved.introduction == "Gewijzigd"
    assert [block.value["text"] for block in saved.body] == ["Kop"]
