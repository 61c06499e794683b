from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cop_translation", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="translationstate",
            name="refreshed",
            field=models.BooleanField(default=False),
        ),
    ]
