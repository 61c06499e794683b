from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cop_search", "0007_deliveries"),
    ]

    operations = [
        migrations.AddField(
            model_name="reader",
            name="is_complete",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="reader",
            name="made_with",
            field=models.TextField(blank=True, default=""),
        ),
    ]
