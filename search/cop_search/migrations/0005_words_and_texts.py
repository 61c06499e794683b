from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cop_search", "0004_rebuilds_and_readers"),
    ]

    operations = [
        migrations.AddField(
            model_name="document",
            name="names",
            field=models.TextField(blank=True, default=""),
        ),
        migrations.AddField(
            model_name="document",
            name="text",
            field=models.TextField(blank=True, default=""),
        ),
        migrations.CreateModel(
            name="Word",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("locale", models.CharField(max_length=100)),
                ("word", models.CharField(max_length=60)),
                ("documents", models.IntegerField()),
            ],
            options={
                "verbose_name": "word of the site",
                "verbose_name_plural": "words of the site",
                "constraints": [
                    models.UniqueConstraint(fields=("locale", "word"), name="cop_search_one_word")
                ],
            },
        ),
    ]
