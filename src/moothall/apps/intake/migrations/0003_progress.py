"""A reading shows how far it is, and can be stopped."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("intake", "0002_later_versions")]
    operations = [
        migrations.AddField("upload", "pages_done", models.PositiveIntegerField(default=0)),
        migrations.AddField("upload", "pages_in_all", models.PositiveIntegerField(blank=True, null=True)),
        migrations.AlterField(
            "upload",
            "state",
            models.CharField(
                choices=[
                    ("waiting", "Waiting"),
                    ("read", "Read"),
                    ("unreadable", "Unreadable"),
                    ("stopped", "Stopped"),
                ],
                default="waiting",
                max_length=20,
            ),
        ),
    ]
