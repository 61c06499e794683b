import django.core.validators
import django.db.models.deletion
import modelcluster.fields
import swapper
import wagtail.fields
from django.db import migrations, models

import cop_blocks.streamfield.field
from cop_blocks.base_page import PAGE_MODEL, PARENT_LINK


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        swapper.dependency("wagtailcore", "Page"),
        ("cop_blocks", "0001_initial"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [
        migrations.CreateModel(
            name="GoodPracticeIndexPage",
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
                "verbose_name": "list of good practices",
                "verbose_name_plural": "lists of good practices",
            },
            bases=(PAGE_MODEL, models.Model),
        ),
        migrations.CreateModel(
            name="GoodPracticePage",
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
                    "summary",
                    models.TextField(
                        help_text="One sentence for cards and search results, 160 characters at most.",
                        max_length=160,
                        verbose_name="summary",
                    ),
                ),
                (
                    "what_was_done",
                    wagtail.fields.RichTextField(blank=True, verbose_name="what was done"),
                ),
                ("for_whom", wagtail.fields.RichTextField(blank=True, verbose_name="for whom")),
                (
                    "what_changed",
                    wagtail.fields.RichTextField(
                        blank=True,
                        help_text="What is different now, with numbers where you have them.",
                        verbose_name="what it changed",
                    ),
                ),
                (
                    "how_tested",
                    wagtail.fields.RichTextField(
                        blank=True,
                        help_text="How you know that it works.",
                        verbose_name="how it was tested",
                    ),
                ),
                (
                    "body",
                    cop_blocks.streamfield.field.CopStreamField(
                        [], blank=True, verbose_name="more text"
                    ),
                ),
            ],
            options={
                "verbose_name": "good practice",
                "verbose_name_plural": "good practices",
            },
            bases=(PAGE_MODEL, models.Model),
        ),
        migrations.CreateModel(
            name="ImportedRow",
            fields=[
                (
                    "translation_key",
                    models.UUIDField(
                        primary_key=True, serialize=False, verbose_name="translation key"
                    ),
                ),
                ("values", models.JSONField(default=dict, verbose_name="values")),
                ("imported_at", models.DateTimeField(auto_now=True, verbose_name="imported at")),
            ],
            options={
                "verbose_name": "imported row",
                "verbose_name_plural": "imported rows",
            },
        ),
        migrations.CreateModel(
            name="InitiativeIndexPage",
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
                "verbose_name": "list of initiatives",
                "verbose_name_plural": "lists of initiatives",
            },
            bases=(PAGE_MODEL, models.Model),
        ),
        migrations.CreateModel(
            name="ThemeIndexPage",
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
                "verbose_name": "list of themes",
                "verbose_name_plural": "lists of themes",
            },
            bases=(PAGE_MODEL, models.Model),
        ),
        migrations.CreateModel(
            name="ThemePage",
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
                    "introduction",
                    models.TextField(
                        blank=True,
                        help_text="What this theme is about, in a few sentences.",
                        verbose_name="introduction",
                    ),
                ),
                (
                    "body",
                    cop_blocks.streamfield.field.CopStreamField(
                        [], blank=True, verbose_name="text"
                    ),
                ),
            ],
            options={
                "verbose_name": "theme",
                "verbose_name_plural": "themes",
            },
            bases=(PAGE_MODEL, models.Model),
        ),
        migrations.CreateModel(
            name="GoodPracticeOrganisation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "role",
                    models.CharField(
                        choices=[("by", "Done by"), ("with", "Together with"), ("for", "Done for")],
                        default="by",
                        max_length=20,
                        verbose_name="role",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="cop_blocks.organisation",
                        verbose_name="organisation",
                    ),
                ),
                (
                    "good_practice",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="organisation_rows",
                        to="cop_catalog.goodpracticepage",
                    ),
                ),
            ],
            options={
                "verbose_name": "organisation of a good practice",
                "verbose_name_plural": "organisations of good practices",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="GoodPracticeInitiative",
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
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=PAGE_MODEL,
                        verbose_name="initiative",
                    ),
                ),
                (
                    "good_practice",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="initiative_rows",
                        to="cop_catalog.goodpracticepage",
                    ),
                ),
            ],
            options={
                "verbose_name": "initiative of a good practice",
                "verbose_name_plural": "initiatives of good practices",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="GoodPracticeSession",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "good_practice",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="session_rows",
                        to="cop_catalog.goodpracticepage",
                    ),
                ),
                (
                    "page",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=PAGE_MODEL,
                        verbose_name="session",
                    ),
                ),
            ],
            options={
                "verbose_name": "session of a good practice",
                "verbose_name_plural": "sessions of good practices",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="InitiativePage",
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
                    "summary",
                    models.TextField(
                        help_text="One sentence for cards and search results, 160 characters at most.",
                        max_length=160,
                        verbose_name="summary",
                    ),
                ),
                (
                    "body",
                    cop_blocks.streamfield.field.CopStreamField(
                        [], blank=True, verbose_name="text"
                    ),
                ),
                (
                    "requirements",
                    wagtail.fields.RichTextField(
                        blank=True,
                        help_text="What a business must meet to get this support.",
                        verbose_name="requirements",
                    ),
                ),
                (
                    "costs_note",
                    models.TextField(
                        blank=True,
                        help_text="What the figures do not say: “free for members”, “after an intake”.",
                        verbose_name="note about costs",
                    ),
                ),
                (
                    "state_reason",
                    models.TextField(
                        blank=True,
                        help_text="Shown to visitors while the initiative is not active.",
                        verbose_name="reason",
                    ),
                ),
                (
                    "amount_min",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=14,
                        null=True,
                        validators=[django.core.validators.MinValueValidator(0)],
                        verbose_name="amount from",
                    ),
                ),
                (
                    "amount_max",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=14,
                        null=True,
                        validators=[django.core.validators.MinValueValidator(0)],
                        verbose_name="amount up to",
                    ),
                ),
                (
                    "currency",
                    models.CharField(
                        default="EUR",
                        help_text="Three letters, as in EUR.",
                        max_length=3,
                        verbose_name="currency",
                    ),
                ),
                (
                    "amount_share",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        help_text="Which percentage of the costs is paid, from 0 to 100.",
                        max_digits=5,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(100),
                        ],
                        verbose_name="share of the costs",
                    ),
                ),
                (
                    "own_contribution",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        help_text="The amount that the business pays itself.",
                        max_digits=14,
                        null=True,
                        validators=[django.core.validators.MinValueValidator(0)],
                        verbose_name="own contribution",
                    ),
                ),
                (
                    "opens_on",
                    models.DateField(
                        blank=True,
                        help_text="First day on which one can apply.",
                        null=True,
                        verbose_name="opens on",
                    ),
                ),
                (
                    "closes_on",
                    models.DateField(
                        blank=True,
                        help_text="Last day on which one can apply.",
                        null=True,
                        verbose_name="closes on",
                    ),
                ),
                (
                    "is_rolling",
                    models.BooleanField(
                        default=False,
                        help_text="One can apply at any time; there is no closing date.",
                        verbose_name="no closing date",
                    ),
                ),
                (
                    "budget_used_up",
                    models.BooleanField(
                        default=False,
                        help_text="Visitors see that there is no money left, whatever the dates say.",
                        verbose_name="budget used up",
                    ),
                ),
                (
                    "apply_url",
                    models.URLField(blank=True, max_length=500, verbose_name="address to apply"),
                ),
                (
                    "info_url",
                    models.URLField(
                        blank=True, max_length=500, verbose_name="address with more information"
                    ),
                ),
                (
                    "contact_email",
                    models.EmailField(
                        blank=True, max_length=254, verbose_name="e-mail address for questions"
                    ),
                ),
                (
                    "contact_phone",
                    models.CharField(
                        blank=True, max_length=40, verbose_name="telephone for questions"
                    ),
                ),
                (
                    "service_languages",
                    models.JSONField(
                        blank=True,
                        default=list,
                        help_text="In which languages a business can be helped.",
                        verbose_name="languages of the service",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("active", "Active"),
                            ("paused", "Paused"),
                            ("closed", "Closed for good"),
                            ("withdrawn", "Withdrawn"),
                            ("merged", "Merged into another initiative"),
                        ],
                        default="active",
                        help_text="Soon, open and closed follow from the dates by themselves.",
                        max_length=20,
                        verbose_name="state",
                    ),
                ),
                (
                    "verified_on",
                    models.DateField(
                        blank=True,
                        help_text="When somebody last made sure that all this is right. Visitors see it.",
                        null=True,
                        verbose_name="checked on",
                    ),
                ),
                (
                    "review_interval_days",
                    models.PositiveSmallIntegerField(
                        default=365,
                        help_text="A number of days.",
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="check again after",
                    ),
                ),
                (
                    "external_id",
                    models.CharField(
                        blank=True,
                        db_index=True,
                        help_text="By this an import knows the initiative again.",
                        max_length=100,
                        verbose_name="number in the source",
                    ),
                ),
                (
                    "contact",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="cop_blocks.person",
                        verbose_name="contact person",
                    ),
                ),
                (
                    "successor",
                    models.ForeignKey(
                        blank=True,
                        help_text="Where visitors should go instead.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=PAGE_MODEL,
                        verbose_name="successor",
                    ),
                ),
                (
                    "verified_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="cop_blocks.organisation",
                        verbose_name="checked by",
                    ),
                ),
            ],
            options={
                "verbose_name": "initiative",
                "verbose_name_plural": "initiatives",
            },
            bases=(PAGE_MODEL, models.Model),
        ),
        migrations.CreateModel(
            name="InitiativeOrganisation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("provider", "Provider"),
                            ("funder", "Funder"),
                            ("executor", "Carried out by"),
                            ("partner", "Partner"),
                            ("contact", "Contact"),
                        ],
                        default="provider",
                        max_length=20,
                        verbose_name="role",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="cop_blocks.organisation",
                        verbose_name="organisation",
                    ),
                ),
                (
                    "initiative",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="organisation_rows",
                        to="cop_catalog.initiativepage",
                    ),
                ),
            ],
            options={
                "verbose_name": "organisation of an initiative",
                "verbose_name_plural": "organisations of initiatives",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="InitiativeRelation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("part_of", "Is part of"),
                            ("requires", "First needs"),
                            ("similar", "Is similar to"),
                        ],
                        default="similar",
                        max_length=20,
                        verbose_name="relation",
                    ),
                ),
                (
                    "initiative",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="relation_rows",
                        to="cop_catalog.initiativepage",
                    ),
                ),
                (
                    "page",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=PAGE_MODEL,
                        verbose_name="initiative",
                    ),
                ),
            ],
            options={
                "verbose_name": "related initiative",
                "verbose_name_plural": "related initiatives",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
    ]
