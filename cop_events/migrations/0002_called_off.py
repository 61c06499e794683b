from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cop_events", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="session",
            name="called_off",
            field=models.JSONField(blank=True, default=dict, editable=False),
        ),
    ]
