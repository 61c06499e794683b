from django.db import migrations, models

import cop_events.models.when


class Migration(migrations.Migration):
    dependencies = [
        ("cop_events", "0002_called_off"),
    ]

    operations = [
        migrations.AddField(
            model_name="sessionpage",
            name="spoken_language",
            field=models.CharField(
                blank=True,
                choices=cop_events.models.when.spoken_languages,
                help_text="What is spoken at the session; visitors read it in every language.",
                max_length=35,
                verbose_name="spoken language",
            ),
        ),
    ]
