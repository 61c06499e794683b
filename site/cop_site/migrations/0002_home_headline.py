from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cop_site", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="homepage",
            name="headline",
            field=models.CharField(
                blank=True,
                help_text="In large letters above the introduction. Empty: the title.",
                max_length=90,
                verbose_name="headline",
            ),
        ),
        migrations.AddField(
            model_name="homepage",
            name="often_searched",
            field=models.TextField(
                blank=True,
                help_text="What people look for, one search a line. Shown as links below the search.",
                verbose_name="often searched",
            ),
        ),
    ]
