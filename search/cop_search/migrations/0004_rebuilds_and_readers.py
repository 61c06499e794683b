from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cop_search", "0003_wagtails_own_search"),
    ]

    operations = [
        migrations.CreateModel(
            name="Rebuild",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("started", models.DateTimeField(auto_now_add=True)),
                ("finished", models.DateTimeField(null=True)),
            ],
            options={
                "verbose_name": "rebuild of the search index",
                "verbose_name_plural": "rebuilds of the search index",
                "ordering": ["pk"],
            },
        ),
        migrations.AddField(
            model_name="document",
            name="generation",
            field=models.BigIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="outbox",
            name="reader",
            field=models.CharField(default="tables", max_length=40),
        ),
        migrations.AddIndex(
            model_name="outbox",
            index=models.Index(fields=["reader", "failed", "id"], name="cop_search_waiting"),
        ),
    ]
