"""The database refuses to change or delete what scrutiny recommended, or what was answered."""

from django.db import migrations

from moothall.apps.audit import triggers

TABLES = ("scrutiny_recommendation", "scrutiny_response",)


def _install(apps, schema_editor):
    for table in TABLES:
        triggers.install(schema_editor.connection, table)


def _remove(apps, schema_editor):
    for table in TABLES:
        triggers.remove(schema_editor.connection, table)


class Migration(migrations.Migration):
    dependencies = [("scrutiny", "0001_initial")]
    operations = [migrations.RunPython(_install, _remove)]
