import uuid

import django.db.models.deletion
import modelcluster.fields
import swapper
from django.db import migrations, models
from wagtail.documents import get_document_model_string

import cop_blocks.streamfield.field
import cop_events.validation
from cop_blocks.base_page import PAGE_MODEL, PARENT_LINK


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(get_document_model_string()),
        swapper.dependency("wagtailcore", "Page"),
        ("cop_blocks", "0001_initial"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [
        migrations.CreateModel(
            name="Session",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "precision",
                    models.CharField(
                        choices=[
                            ("time", "A day and a time"),
                            ("day", "A day"),
                            ("month", "Only the month"),
                            ("months", "Two months"),
                        ],
                        default="time",
                        max_length=10,
                        verbose_name="What is known of the date?",
                    ),
                ),
                ("start_date", models.DateField(null=True, verbose_name="date")),
                (
                    "end_date",
                    models.DateField(
                        blank=True,
                        help_text="Only for a session of more than one day.",
                        null=True,
                        verbose_name="last day",
                    ),
                ),
                ("start_time", models.TimeField(blank=True, null=True, verbose_name="starts at")),
                ("end_time", models.TimeField(blank=True, null=True, verbose_name="ends at")),
                (
                    "timezone",
                    models.CharField(
                        default="Europe/Amsterdam",
                        help_text="The times above are local times in this zone, for example Europe/Amsterdam.",
                        max_length=63,
                        validators=[cop_events.validation.validate_timezone],
                        verbose_name="time zone",
                    ),
                ),
                (
                    "first_day",
                    models.DateField(editable=False, null=True, verbose_name="first possible day"),
                ),
                (
                    "last_day",
                    models.DateField(editable=False, null=True, verbose_name="last possible day"),
                ),
                (
                    "starts_at",
                    models.DateTimeField(
                        editable=False, null=True, verbose_name="first possible moment"
                    ),
                ),
                (
                    "ends_at",
                    models.DateTimeField(
                        db_index=True,
                        editable=False,
                        null=True,
                        verbose_name="last possible moment",
                    ),
                ),
                (
                    "translation_key",
                    models.UUIDField(editable=False, unique=True, verbose_name="translation key"),
                ),
                (
                    "uid",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, unique=True, verbose_name="UID"
                    ),
                ),
                (
                    "sequence",
                    models.PositiveIntegerField(default=0, editable=False, verbose_name="SEQUENCE"),
                ),
                (
                    "title",
                    models.CharField(max_length=255, verbose_name="title in the source language"),
                ),
                (
                    "number",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="number"),
                ),
                (
                    "mode",
                    models.CharField(
                        choices=[
                            ("onsite", "On location"),
                            ("online", "Online"),
                            ("hybrid", "On location and online"),
                        ],
                        max_length=10,
                        verbose_name="takes place",
                    ),
                ),
                ("venue_name", models.CharField(blank=True, max_length=255, verbose_name="venue")),
                ("venue_address", models.TextField(blank=True, verbose_name="address")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("planned", "Goes ahead as planned"),
                            ("cancelled", "Cancelled"),
                            ("postponed", "Postponed"),
                        ],
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                (
                    "capacity",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="number of places"
                    ),
                ),
                (
                    "previous_start",
                    models.CharField(
                        blank=True,
                        editable=False,
                        help_text="The start before the last change of day or time, as ISO 8601.",
                        max_length=32,
                        verbose_name="previous start",
                    ),
                ),
                (
                    "changed_at",
                    models.DateTimeField(
                        editable=False, verbose_name="last change that was announced"
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="made")),
            ],
            options={
                "verbose_name": "session",
                "verbose_name_plural": "sessions",
                "ordering": ["last_day", "starts_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="SessionIndexPage",
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
                (
                    "body",
                    cop_blocks.streamfield.field.CopStreamField(
                        [], blank=True, verbose_name="text"
                    ),
                ),
            ],
            options={
                "verbose_name": "series of sessions",
                "verbose_name_plural": "series of sessions",
            },
            bases=(PAGE_MODEL, models.Model),
        ),
        migrations.CreateModel(
            name="SessionPage",
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
                (
                    "precision",
                    models.CharField(
                        choices=[
                            ("time", "A day and a time"),
                            ("day", "A day"),
                            ("month", "Only the month"),
                            ("months", "Two months"),
                        ],
                        default="time",
                        max_length=10,
                        verbose_name="What is known of the date?",
                    ),
                ),
                ("start_date", models.DateField(null=True, verbose_name="date")),
                (
                    "end_date",
                    models.DateField(
                        blank=True,
                        help_text="Only for a session of more than one day.",
                        null=True,
                        verbose_name="last day",
                    ),
                ),
                ("start_time", models.TimeField(blank=True, null=True, verbose_name="starts at")),
                ("end_time", models.TimeField(blank=True, null=True, verbose_name="ends at")),
                (
                    "timezone",
                    models.CharField(
                        default="Europe/Amsterdam",
                        help_text="The times above are local times in this zone, for example Europe/Amsterdam.",
                        max_length=63,
                        validators=[cop_events.validation.validate_timezone],
                        verbose_name="time zone",
                    ),
                ),
                (
                    "first_day",
                    models.DateField(editable=False, null=True, verbose_name="first possible day"),
                ),
                (
                    "last_day",
                    models.DateField(editable=False, null=True, verbose_name="last possible day"),
                ),
                (
                    "starts_at",
                    models.DateTimeField(
                        editable=False, null=True, verbose_name="first possible moment"
                    ),
                ),
                (
                    "ends_at",
                    models.DateTimeField(
                        db_index=True,
                        editable=False,
                        null=True,
                        verbose_name="last possible moment",
                    ),
                ),
                (
                    "number",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="3 for the third session. The page says “Session 3 of 4” by itself.",
                        null=True,
                        verbose_name="number in the series",
                    ),
                ),
                (
                    "introduction",
                    models.TextField(
                        blank=True,
                        help_text="What is the session about? Two or three sentences; lists show them too.",
                        verbose_name="introduction",
                    ),
                ),
                (
                    "body",
                    cop_blocks.streamfield.field.CopStreamField(
                        [], blank=True, verbose_name="text"
                    ),
                ),
                (
                    "mode",
                    models.CharField(
                        choices=[
                            ("onsite", "On location"),
                            ("online", "Online"),
                            ("hybrid", "On location and online"),
                        ],
                        default="onsite",
                        max_length=10,
                        verbose_name="takes place",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("planned", "Goes ahead as planned"),
                            ("cancelled", "Cancelled"),
                            ("postponed", "Postponed"),
                        ],
                        default="planned",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("venue_name", models.CharField(blank=True, max_length=255, verbose_name="venue")),
                ("venue_address", models.TextField(blank=True, verbose_name="address")),
                (
                    "venue_accessibility",
                    models.TextField(
                        blank=True,
                        help_text="Lift, toilet, hearing loop, parking, the nearest stop.",
                        verbose_name="accessibility of the venue",
                    ),
                ),
                (
                    "online_url",
                    models.URLField(
                        blank=True,
                        help_text="Never shown on the site: only those who take part get it.",
                        max_length=500,
                        verbose_name="link to take part online",
                    ),
                ),
                (
                    "capacity",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="number of places"
                    ),
                ),
                (
                    "sign_up_url",
                    models.URLField(
                        blank=True,
                        help_text="Shown as “Sign up” until the session is over or cancelled.",
                        max_length=500,
                        verbose_name="address of the sign-up form",
                    ),
                ),
                (
                    "attendance",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="how many people came"
                    ),
                ),
                (
                    "report",
                    cop_blocks.streamfield.field.CopStreamField(
                        [],
                        blank=True,
                        help_text="Shown once the session is over: what was learnt?",
                        verbose_name="report",
                    ),
                ),
            ],
            options={
                "verbose_name": "session page",
                "verbose_name_plural": "session pages",
            },
            bases=(PAGE_MODEL, models.Model),
        ),
        migrations.CreateModel(
            name="SessionOrganisation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="session_rows",
                        to="cop_blocks.organisation",
                        verbose_name="organisation",
                    ),
                ),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="organisation_rows",
                        to="cop_events.sessionpage",
                    ),
                ),
            ],
            options={
                "verbose_name": "organisation that takes part",
                "verbose_name_plural": "organisations that take part",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SessionSpeaker",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="speaker_rows",
                        to="cop_events.sessionpage",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="session_rows",
                        to="cop_blocks.person",
                        verbose_name="person",
                    ),
                ),
            ],
            options={
                "verbose_name": "speaker",
                "verbose_name_plural": "speakers",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SessionMaterial",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("translation_key", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                ("title", models.TextField(verbose_name="title")),
                ("url", models.URLField(blank=True, max_length=500, verbose_name="web address")),
                (
                    "document",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=get_document_model_string(),
                        verbose_name="document",
                    ),
                ),
                (
                    "locale",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="wagtailcore.locale",
                        verbose_name="locale",
                    ),
                ),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="material_rows",
                        to="cop_events.sessionpage",
                    ),
                ),
            ],
            options={
                "verbose_name": "material",
                "verbose_name_plural": "materials",
                "ordering": ["sort_order"],
                "abstract": False,
                "unique_together": {("translation_key", "locale")},
            },
        ),
        migrations.CreateModel(
            name="SessionProgrammeItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("translation_key", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                ("starts_at", models.TimeField(blank=True, null=True, verbose_name="from")),
                ("ends_at", models.TimeField(blank=True, null=True, verbose_name="until")),
                ("title", models.TextField(verbose_name="title")),
                ("description", models.TextField(blank=True, verbose_name="description")),
                (
                    "place",
                    models.CharField(
                        blank=True,
                        help_text="Only where it differs per part.",
                        max_length=255,
                        verbose_name="room",
                    ),
                ),
                (
                    "locale",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="wagtailcore.locale",
                        verbose_name="locale",
                    ),
                ),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="programme_rows",
                        to="cop_events.sessionpage",
                    ),
                ),
                (
                    "second_speaker",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="cop_blocks.person",
                        verbose_name="second speaker",
                    ),
                ),
                (
                    "speaker",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="cop_blocks.person",
                        verbose_name="speaker",
                    ),
                ),
            ],
            options={
                "verbose_name": "part of the programme",
                "verbose_name_plural": "programme",
                "ordering": ["sort_order"],
                "abstract": False,
                "unique_together": {("translation_key", "locale")},
            },
        ),
        migrations.CreateModel(
            name="SessionQuestion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("translation_key", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                ("text", models.TextField(verbose_name="guiding question")),
                (
                    "locale",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="wagtailcore.locale",
                        verbose_name="locale",
                    ),
                ),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="question_rows",
                        to="cop_events.sessionpage",
                    ),
                ),
            ],
            options={
                "verbose_name": "guiding question",
                "verbose_name_plural": "guiding questions",
                "ordering": ["sort_order"],
                "abstract": False,
                "unique_together": {("translation_key", "locale")},
            },
        ),
    ]
