"""The database refuses to change or delete what was promised, or what was said of it."""

from django.db import migrations

from moothall.apps.audit import triggers

TABLES = ("promised_followup", "promised_said")


def _install(apps, schema_editor):
    for table in TABLES:
        triggers.install(schema_editor.connection, table)


def _remove(apps, schema_editor):
    for table in TABLES:
        triggers.remove(schema_editor.connection, table)


class Migration(migrations.Migration):
    dependencies = [("promised", "0001_initial")]
    operations = [migrations.RunPython(_install, _remove)]
