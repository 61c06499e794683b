import django.db.models.deletion
import modelcluster.fields
import swapper
from django.db import migrations, models

from cop_blocks.base_page import PAGE_MODEL


class Migration(migrations.Migration):
    dependencies = [
        swapper.dependency("wagtailcore", "Page"),
        ("cop_search", "0001_initial"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [
        migrations.CreateModel(
            name="BestBet",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "words",
                    models.TextField(
                        help_text="One question a line: subsidie, or: geld lenen. Plurals, accents and the order of the words make no difference.",
                        max_length=1000,
                        verbose_name="search words",
                    ),
                ),
                (
                    "is_within",
                    models.BooleanField(
                        default=False,
                        help_text="On: “subsidie” also holds for “subsidie zonnepanelen”. Off: only for that question itself.",
                        verbose_name="also where more is asked",
                    ),
                ),
                ("updated", models.DateTimeField(auto_now=True, verbose_name="updated")),
                (
                    "locale",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="wagtailcore.locale",
                        verbose_name="language",
                    ),
                ),
                (
                    "site",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="wagtailcore.site",
                        verbose_name="site",
                    ),
                ),
            ],
            options={
                "verbose_name": "best bet",
                "verbose_name_plural": "best bets",
                "ordering": ["words", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Synonym",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "words",
                    models.TextField(
                        help_text="With commas between: zzp’er, zelfstandige, freelancer. An entry may be of several words. Plurals and accents make no difference.",
                        max_length=1000,
                        verbose_name="words",
                    ),
                ),
                (
                    "also_finds",
                    models.TextField(
                        blank=True,
                        help_text="Empty: who searches for one of the words finds the others too. Filled: who searches for one of the words also finds these, and not the other way round.",
                        max_length=1000,
                        verbose_name="also finds",
                    ),
                ),
                ("updated", models.DateTimeField(auto_now=True, verbose_name="updated")),
                (
                    "locale",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="wagtailcore.locale",
                        verbose_name="language",
                    ),
                ),
                (
                    "site",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="wagtailcore.site",
                        verbose_name="site",
                    ),
                ),
            ],
            options={
                "verbose_name": "synonym",
                "verbose_name_plural": "synonyms",
                "ordering": ["words", "pk"],
            },
        ),
        migrations.CreateModel(
            name="BestBetPage",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "best_bet",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pages",
                        to="cop_search.bestbet",
                    ),
                ),
                (
                    "page",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=PAGE_MODEL,
                        verbose_name="page",
                    ),
                ),
            ],
            options={
                "verbose_name": "page of a best bet",
                "verbose_name_plural": "pages of best bets",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
    ]
