"""The database refuses to change or delete a line of the record."""

from django.db import migrations

from moothall.apps.audit import triggers


def _install(apps, schema_editor):
    triggers.install(schema_editor.connection)


def _remove(apps, schema_editor):
    triggers.remove(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]
    operations = [migrations.RunPython(_install, _remove)]
