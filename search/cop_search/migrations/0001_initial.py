import django.db.models.deletion
import swapper
from django.db import migrations, models

from cop_blocks.base_page import PAGE_MODEL, PARENT_LINK


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        swapper.dependency("wagtailcore", "Page"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [
        migrations.CreateModel(
            name="Outbox",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("page_id", models.BigIntegerField(db_index=True)),
                ("created", models.DateTimeField(auto_now_add=True)),
                ("failed", models.BooleanField(default=False)),
            ],
            options={
                "verbose_name": "page to be indexed",
                "verbose_name_plural": "pages to be indexed",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="SearchPage",
            fields=[
                (
                    PARENT_LINK,
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=PAGE_MODEL,
                    ),
                ),
                ("introduction", models.TextField(blank=True, verbose_name="introduction")),
                ("finds_kinds", models.JSONField(blank=True, default=list, verbose_name="finds")),
            ],
            options={
                "verbose_name": "search page",
                "verbose_name_plural": "search pages",
            },
            bases=(PAGE_MODEL, models.Model),
        ),
        migrations.CreateModel(
            name="Document",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("page_id", models.BigIntegerField(unique=True)),
                ("locale", models.CharField(max_length=100)),
                ("site_id", models.BigIntegerField()),
                ("kind", models.CharField(max_length=60)),
                ("title", models.TextField()),
                ("title_key", models.TextField()),
                ("url", models.TextField()),
                ("url_path", models.TextField()),
                ("summary", models.TextField(blank=True)),
                ("card", models.JSONField(default=dict)),
                ("terms", models.JSONField(default=dict)),
                ("has_state", models.BooleanField(default=False)),
                ("opens", models.DateTimeField(null=True)),
                ("closes", models.DateTimeField(null=True)),
                ("closed", models.BooleanField(default=False)),
                ("sort_date", models.DateTimeField(null=True)),
                ("first_published", models.DateTimeField(null=True)),
                ("expires", models.DateTimeField(null=True)),
                ("analyzer_version", models.PositiveIntegerField()),
                ("fingerprint", models.CharField(max_length=64)),
            ],
            options={
                "verbose_name": "entry of the search index",
                "verbose_name_plural": "entries of the search index",
                "indexes": [models.Index(fields=["locale", "kind"], name="cop_search_locale_kind")],
            },
        ),
        migrations.CreateModel(
            name="DocumentFacet",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("dimension", models.CharField(max_length=60)),
                ("value", models.CharField(max_length=100)),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="facets",
                        to="cop_search.document",
                    ),
                ),
            ],
            options={
                "verbose_name": "term in the search index",
                "verbose_name_plural": "terms in the search index",
                "indexes": [
                    models.Index(
                        fields=["dimension", "value", "document"], name="cop_search_facet_value"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("document", "dimension", "value"), name="cop_search_one_facet_value"
                    )
                ],
            },
        ),
    ]
