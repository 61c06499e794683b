from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cop_search", "0005_words_and_texts"),
    ]

    operations = [
        migrations.CreateModel(
            name="SearchCount",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("day", models.DateField(verbose_name="day")),
                ("site_id", models.BigIntegerField()),
                ("locale", models.CharField(max_length=100, verbose_name="language")),
                ("key", models.CharField(blank=True, max_length=64)),
                ("text", models.CharField(blank=True, max_length=100, verbose_name="search words")),
                ("number", models.PositiveIntegerField(default=0, verbose_name="times")),
                (
                    "without_results",
                    models.PositiveIntegerField(default=0, verbose_name="without results"),
                ),
            ],
            options={
                "verbose_name": "count of searches",
                "verbose_name_plural": "counts of searches",
                "indexes": [models.Index(fields=["key", "day"], name="cop_search_count_key")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("day", "site_id", "locale", "key"),
                        name="cop_search_one_count_a_day",
                    )
                ],
            },
        ),
    ]
