from django.db import migrations, models

import cop_blocks.looks.marks
import cop_blocks.looks.palettes


class Migration(migrations.Migration):
    dependencies = [
        ("cop_blocks", "0004_organisationmember"),
    ]

    operations = [
        migrations.AddField(
            model_name="term",
            name="mark",
            field=models.CharField(
                blank=True,
                choices=cop_blocks.looks.marks.mark_choices,
                max_length=20,
                verbose_name="mark",
            ),
        ),
        migrations.AddField(
            model_name="term",
            name="palette",
            field=models.CharField(
                blank=True,
                choices=cop_blocks.looks.palettes.palette_choices,
                max_length=20,
                verbose_name="colour",
            ),
        ),
    ]
