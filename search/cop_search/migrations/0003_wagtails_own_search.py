from typing import Any

from django.db import migrations

from cop_search import wagtail_search


def create(apps: Any, schema_editor: Any) -> None:
    wagtail_search.create_index(schema_editor.connection)


def drop(apps: Any, schema_editor: Any) -> None:
    wagtail_search.drop_index(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [
        ("cop_search", "0002_bestbet_synonym_bestbetpage"),
        wagtail_search.migration_dependency(),
    ]

    operations = [migrations.RunPython(create, drop)]
