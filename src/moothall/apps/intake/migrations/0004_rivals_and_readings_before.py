"""A person settles rival values, and sees what another reading found that the one before had not."""

from django.db import migrations, models

VERDICTS = [
    ("right", "Right"),
    ("corrected", "Corrected"),
    ("not_said", "Not Said"),
    ("rejected", "Rejected"),
    ("chosen", "Chosen"),
    ("both", "Both"),
]


class Migration(migrations.Migration):
    dependencies = [("intake", "0003_progress")]
    operations = [
        migrations.AddField("confirmation", "between", models.JSONField(default=list)),
        migrations.AddField("confirmation", "read", models.JSONField(null=True)),
        migrations.AddField("confirmation", "remark", models.TextField(blank=True)),
        migrations.AddField("upload", "aside", models.JSONField(blank=True, default=dict)),
        migrations.AddField("upload", "record_before", models.JSONField(blank=True, null=True)),
        migrations.AlterField("confirmation", "verdict", models.CharField(choices=VERDICTS, max_length=20)),
    ]
