"""The database refuses to change or delete what was written down of a meeting."""

from django.db import migrations

from moothall.apps.audit import triggers

TABLE = "meetings_change"


def _install(apps, schema_editor):
    triggers.install(schema_editor.connection, TABLE)


def _remove(apps, schema_editor):
    triggers.remove(schema_editor.connection, TABLE)


class Migration(migrations.Migration):
    dependencies = [("meetings", "0001_initial")]
    operations = [migrations.RunPython(_install, _remove)]
