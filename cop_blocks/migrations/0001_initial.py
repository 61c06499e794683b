import django.core.validators
import django.db.models.deletion
import modelcluster.fields
import modelsearch.index
import swapper
from django.db import migrations, models
from wagtail.images import get_image_model_string

import cop_blocks.streamfield.field
import cop_blocks.validators
from cop_blocks.base_page import PAGE_MODEL, PARENT_LINK


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(get_image_model_string()),
        swapper.dependency("wagtailcore", "Page"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [
        migrations.CreateModel(
            name="InformationPage",
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
                        help_text="One or two sentences under the title.",
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
                "verbose_name": "information page",
                "verbose_name_plural": "information pages",
            },
            bases=(PAGE_MODEL, models.Model),
        ),
        migrations.CreateModel(
            name="Vocabulary",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "code",
                    models.SlugField(
                        help_text="Stands in web addresses and never changes: theme, region.",
                        max_length=30,
                        unique=True,
                        validators=[cop_blocks.validators.validate_vocabulary_code],
                        verbose_name="code",
                    ),
                ),
                (
                    "is_free",
                    models.BooleanField(
                        default=False,
                        help_text="Editors may type new terms while they edit a page.",
                        verbose_name="free keywords",
                    ),
                ),
                (
                    "is_hierarchical",
                    models.BooleanField(
                        default=False,
                        help_text="Terms may lie within a broader term.",
                        verbose_name="tree",
                    ),
                ),
                (
                    "is_required",
                    models.BooleanField(
                        default=False,
                        help_text="A page can only be published with at least one term.",
                        verbose_name="required",
                    ),
                ),
                (
                    "is_multiple",
                    models.BooleanField(
                        default=True,
                        help_text="A page may carry several terms.",
                        verbose_name="more than one",
                    ),
                ),
                (
                    "is_facet",
                    models.BooleanField(
                        default=True,
                        help_text="Visitors can filter by these terms.",
                        verbose_name="filter",
                    ),
                ),
                (
                    "match",
                    models.CharField(
                        choices=[
                            ("exact", "only the term itself"),
                            ("within", "the term and what lies within it"),
                            ("overlap", "what lies within it and what it lies within"),
                        ],
                        default="exact",
                        max_length=10,
                        verbose_name="a filter finds",
                    ),
                ),
                (
                    "page_types",
                    models.JSONField(
                        blank=True,
                        default=list,
                        help_text="On which edit forms it stands. None chosen: on all.",
                        verbose_name="page types",
                    ),
                ),
                ("sort_order", models.PositiveIntegerField(default=0, verbose_name="order")),
            ],
            options={
                "verbose_name": "vocabulary",
                "verbose_name_plural": "vocabularies",
                "ordering": ["sort_order", "code"],
            },
        ),
        migrations.CreateModel(
            name="FactsOrigin",
            fields=[
                (
                    "translation_key",
                    models.UUIDField(
                        primary_key=True, serialize=False, verbose_name="translation key"
                    ),
                ),
                (
                    "locale",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="wagtailcore.locale",
                        verbose_name="language of the source",
                    ),
                ),
            ],
            options={
                "verbose_name": "source of facts",
                "verbose_name_plural": "sources of facts",
            },
        ),
        migrations.CreateModel(
            name="Organisation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=255, unique=True, verbose_name="name")),
                (
                    "short_name",
                    models.CharField(blank=True, max_length=60, verbose_name="short name"),
                ),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("public", "Public"),
                            ("private", "Private"),
                            ("education", "Education"),
                            ("business", "Business"),
                            ("network", "Network"),
                        ],
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("local", "Local"),
                            ("regional", "Regional"),
                            ("provincial", "Provincial"),
                            ("national", "National"),
                            ("european", "European"),
                        ],
                        max_length=20,
                        verbose_name="level",
                    ),
                ),
                (
                    "kvk_number",
                    models.CharField(
                        blank=True,
                        help_text="8 digits, of the Dutch trade register.",
                        max_length=8,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[0-9]{8}\\Z",
                                "A KvK number has 8 digits. Check the number in the trade register.",
                            )
                        ],
                        verbose_name="KvK number",
                    ),
                ),
                (
                    "rsin",
                    models.CharField(
                        blank=True,
                        help_text="9 digits, for legal persons.",
                        max_length=9,
                        validators=[cop_blocks.validators.validate_rsin],
                        verbose_name="RSIN",
                    ),
                ),
                (
                    "oin",
                    models.CharField(
                        blank=True,
                        help_text="20 digits, for public bodies.",
                        max_length=20,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[0-9]{20}\\Z",
                                "An OIN has 20 digits. Check the number in the OIN register.",
                            )
                        ],
                        verbose_name="OIN",
                    ),
                ),
                ("website", models.URLField(blank=True, verbose_name="website")),
                (
                    "email",
                    models.EmailField(blank=True, max_length=254, verbose_name="e-mail address"),
                ),
                ("phone", models.CharField(blank=True, max_length=40, verbose_name="telephone")),
                (
                    "logo",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=get_image_model_string(),
                        verbose_name="logo",
                    ),
                ),
            ],
            options={
                "verbose_name": "organisation",
                "verbose_name_plural": "organisations",
                "ordering": ["name"],
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name="Person",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=255, verbose_name="name")),
                (
                    "email",
                    models.EmailField(blank=True, max_length=254, verbose_name="e-mail address"),
                ),
                ("phone", models.CharField(blank=True, max_length=40, verbose_name="telephone")),
                ("website", models.URLField(blank=True, verbose_name="website")),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="people",
                        to="cop_blocks.organisation",
                        verbose_name="organisation",
                    ),
                ),
                (
                    "photo",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=get_image_model_string(),
                        verbose_name="photo",
                    ),
                ),
            ],
            options={
                "verbose_name": "person",
                "verbose_name_plural": "people",
                "ordering": ["name"],
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name="SetupRecord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=200, unique=True, verbose_name="key")),
                ("object_id", models.CharField(max_length=64, verbose_name="object")),
                ("fingerprint", models.CharField(max_length=64, verbose_name="fingerprint")),
                (
                    "content_type",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="contenttypes.contenttype",
                    ),
                ),
            ],
            options={
                "verbose_name": "record of setup",
                "verbose_name_plural": "records of setup",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="SiteSettings",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                    "accessibility_page",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=PAGE_MODEL,
                        verbose_name="accessibility page",
                    ),
                ),
                (
                    "contact_page",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=PAGE_MODEL,
                        verbose_name="contact page",
                    ),
                ),
                (
                    "organiser",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="cop_blocks.organisation",
                        verbose_name="organiser",
                    ),
                ),
                (
                    "privacy_page",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=PAGE_MODEL,
                        verbose_name="privacy page",
                    ),
                ),
                (
                    "site",
                    models.OneToOneField(
                        editable=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        to="wagtailcore.site",
                    ),
                ),
            ],
            options={
                "verbose_name": "Community of Practice",
                "verbose_name_plural": "Community of Practice",
            },
        ),
        migrations.CreateModel(
            name="Term",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=100, unique=True, verbose_name="name")),
                (
                    "slug",
                    models.SlugField(
                        allow_unicode=True, max_length=100, unique=True, verbose_name="slug"
                    ),
                ),
                (
                    "code",
                    models.SlugField(
                        help_text="Stands in web addresses and never changes.",
                        max_length=60,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[a-z0-9]+(?:-[a-z0-9]+)*\\Z",
                                "Use small letters, digits and single hyphens only, as in “support-type”.",
                            )
                        ],
                        verbose_name="code",
                    ),
                ),
                ("sort_order", models.PositiveIntegerField(default=0, verbose_name="order")),
                (
                    "is_retired",
                    models.BooleanField(
                        default=False,
                        help_text="No longer offered; pages keep it.",
                        verbose_name="retired",
                    ),
                ),
                (
                    "is_merged",
                    models.BooleanField(default=False, editable=False, verbose_name="merged"),
                ),
                (
                    "broader",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="narrower",
                        to="cop_blocks.term",
                        verbose_name="lies within",
                    ),
                ),
                (
                    "successor",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="predecessors",
                        to="cop_blocks.term",
                        verbose_name="successor",
                    ),
                ),
                (
                    "vocabulary",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="terms",
                        to="cop_blocks.vocabulary",
                        verbose_name="vocabulary",
                    ),
                ),
            ],
            options={
                "verbose_name": "term",
                "verbose_name_plural": "terms",
                "ordering": ["sort_order", "code"],
            },
        ),
        migrations.AddField(
            model_name="organisation",
            name="region",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="cop_blocks.term",
                verbose_name="region",
            ),
        ),
        migrations.CreateModel(
            name="VocabularyLabel",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("language", models.CharField(max_length=35, verbose_name="language")),
                ("label", models.CharField(max_length=100, verbose_name="name")),
                (
                    "help_text",
                    models.CharField(blank=True, max_length=255, verbose_name="help for editors"),
                ),
                (
                    "vocabulary",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="labels",
                        to="cop_blocks.vocabulary",
                    ),
                ),
            ],
            options={
                "verbose_name": "name of a vocabulary",
                "verbose_name_plural": "names of vocabularies",
            },
        ),
        migrations.CreateModel(
            name="OrganisationText",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("language", models.CharField(max_length=35, verbose_name="language")),
                ("description", models.TextField(verbose_name="description")),
                (
                    "organisation",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="texts",
                        to="cop_blocks.organisation",
                    ),
                ),
            ],
            options={
                "verbose_name": "description of an organisation",
                "verbose_name_plural": "descriptions of organisations",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("organisation", "language"), name="cop_blocks_one_organisation_text"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PersonText",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("language", models.CharField(max_length=35, verbose_name="language")),
                (
                    "job_title",
                    models.CharField(blank=True, max_length=255, verbose_name="function"),
                ),
                ("description", models.TextField(blank=True, verbose_name="description")),
                (
                    "person",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="texts",
                        to="cop_blocks.person",
                    ),
                ),
            ],
            options={
                "verbose_name": "description of a person",
                "verbose_name_plural": "descriptions of people",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("person", "language"), name="cop_blocks_one_person_text"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="TermLabel",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("language", models.CharField(max_length=35, verbose_name="language")),
                ("label", models.CharField(max_length=150, verbose_name="name")),
                (
                    "alternatives",
                    models.TextField(
                        blank=True,
                        help_text="One a line. Visitors find the term by them too.",
                        verbose_name="other names",
                    ),
                ),
                ("definition", models.TextField(blank=True, verbose_name="definition")),
                (
                    "term",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="labels",
                        to="cop_blocks.term",
                    ),
                ),
            ],
            options={
                "verbose_name": "name of a term",
                "verbose_name_plural": "names of terms",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("term", "language"), name="cop_blocks_one_term_label"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="TermRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sort_order", models.PositiveIntegerField(default=0, verbose_name="order")),
                (
                    "content_object",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="cop_term_rows",
                        to=PAGE_MODEL,
                        verbose_name="page",
                    ),
                ),
                (
                    "tag",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="rows",
                        to="cop_blocks.term",
                        verbose_name="term",
                    ),
                ),
            ],
            options={
                "verbose_name": "term of a page",
                "verbose_name_plural": "terms of pages",
                "ordering": ["sort_order"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("content_object", "tag"), name="cop_blocks_one_row_per_term"
                    )
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="term",
            constraint=models.UniqueConstraint(
                fields=("vocabulary", "code"), name="cop_blocks_one_term_code"
            ),
        ),
        migrations.AddConstraint(
            model_name="vocabularylabel",
            constraint=models.UniqueConstraint(
                fields=("vocabulary", "language"), name="cop_blocks_one_vocabulary_label"
            ),
        ),
    ]
