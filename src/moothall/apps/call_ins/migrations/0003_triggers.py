"""The database refuses to change or delete what followed a call-in."""

from django.db import migrations

from moothall.apps.audit import triggers

TABLES = ("call_ins_followed",)


def _install(apps, schema_editor):
    for table in TABLES:
        triggers.install(schema_editor.connection, table)


def _remove(apps, schema_editor):
    for table in TABLES:
        triggers.remove(schema_editor.connection, table)


class Migration(migrations.Migration):
    dependencies = [("call_ins", "0002_followed_waiver")]
    operations = [migrations.RunPython(_install, _remove)]
