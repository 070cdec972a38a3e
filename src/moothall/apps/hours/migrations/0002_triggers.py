"""The database refuses to change or delete what was switched, entered or taken back."""

from django.db import migrations

from moothall.apps.audit import triggers

TABLES = ("hours_switch", "hours_entry", "hours_takenback")


def _install(apps, schema_editor):
    for table in TABLES:
        triggers.install(schema_editor.connection, table)


def _remove(apps, schema_editor):
    for table in TABLES:
        triggers.remove(schema_editor.connection, table)


class Migration(migrations.Migration):
    dependencies = [("hours", "0001_initial")]
    operations = [migrations.RunPython(_install, _remove)]
