"""A corrected version knows what it replaces, and an answer "right" keeps the value it was given for."""

import django.db.models.deletion
from django.db import migrations, models


def _keep_values(apps, schema_editor):
    Confirmation = apps.get_model("intake", "Confirmation")
    for row in Confirmation.objects.filter(verdict="right").select_related("upload").iterator():
        row.value = (row.upload.record or {}).get(row.field)
        row.save(update_fields=["value"])


class Migration(migrations.Migration):
    dependencies = [("intake", "0001_initial")]
    operations = [
        migrations.AddField(
            model_name="upload",
            name="replaces",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="replaced_by",
                to="intake.upload",
            ),
        ),
        migrations.RunPython(_keep_values, migrations.RunPython.noop),
    ]
