"""The database refuses to change or delete what was recorded at a step."""

from django.db import migrations

from moothall.apps.audit import triggers

TABLE = "routes_steprecord"


def _install(apps, schema_editor):
    triggers.install(schema_editor.connection, TABLE)


def _remove(apps, schema_editor):
    triggers.remove(schema_editor.connection, TABLE)


class Migration(migrations.Migration):
    dependencies = [("routes", "0006_walked_steps")]
    operations = [migrations.RunPython(_install, _remove)]
