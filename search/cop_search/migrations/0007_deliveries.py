from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cop_search", "0006_searchcount"),
    ]

    operations = [
        migrations.CreateModel(
            name="Reader",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=40, unique=True)),
                ("version", models.BigIntegerField(default=0)),
                ("last_success", models.DateTimeField(null=True)),
                ("last_error", models.TextField(blank=True, default="")),
                ("failed_at", models.DateTimeField(null=True)),
            ],
            options={
                "verbose_name": "search server",
                "verbose_name_plural": "search servers",
            },
        ),
        migrations.AddField(
            model_name="outbox",
            name="error",
            field=models.TextField(blank=True, default=""),
        ),
        migrations.AddField(
            model_name="outbox",
            name="taken_until",
            field=models.DateTimeField(null=True),
        ),
    ]
