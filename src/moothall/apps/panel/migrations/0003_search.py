"""The words of passages, kept for searching the way each database does it best."""

from django.db import migrations

from moothall.apps.panel import engines


def _install(apps, schema_editor):
    engines.of(schema_editor.connection).install(schema_editor.connection)


def _remove(apps, schema_editor):
    engines.of(schema_editor.connection).remove(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("panel", "0002_split_publications")]
    operations = [migrations.RunPython(_install, _remove)]
