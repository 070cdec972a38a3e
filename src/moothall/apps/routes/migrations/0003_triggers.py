"""The database refuses to change or delete a correction of a published call-in."""

from django.db import migrations

from moothall.apps.audit import triggers

TABLE = "routes_callincorrection"


def _install(apps, schema_editor):
    triggers.install(schema_editor.connection, TABLE)


def _remove(apps, schema_editor):
    triggers.remove(schema_editor.connection, TABLE)


class Migration(migrations.Migration):
    dependencies = [("routes", "0002_meetings_and_corrections")]
    operations = [migrations.RunPython(_install, _remove)]
