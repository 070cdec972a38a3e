"""Passages are named by their words, so that a corrected plan keeps the names of those that stayed."""

from collections import defaultdict

from django.db import migrations, models

from moothall.corpus.names import names


def _rename(apps, schema_editor):
    Passage = apps.get_model("panel", "Passage")
    by_publication = defaultdict(list)
    for row in Passage.objects.select_related("publication").order_by("publication_id", "position").iterator():
        by_publication[row.publication_id].append(row)
    for rows in by_publication.values():
        plan = rows[0].publication.plan
        called = names((row.text for row in rows), f"{plan['authority']}/{plan['round']}")
        for row, name in zip(rows, called, strict=True):
            row.former, row.name = row.name, name
        Passage.objects.bulk_update(rows, ["former", "name"])


class Migration(migrations.Migration):
    dependencies = [("panel", "0003_search"), ("evidence", "0001_initial")]
    operations = [
        migrations.AddField(
            model_name="passage",
            name="former",
            field=models.CharField(blank=True, db_index=True, default="", max_length=90),
            preserve_default=False,
        ),
        migrations.RunPython(_rename, migrations.RunPython.noop),
    ]
