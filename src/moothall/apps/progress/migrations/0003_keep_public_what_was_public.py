from django.db import migrations


def keep_public_what_was_public(apps, schema_editor):
    """What was recorded before anything was let out apart was shown at once, and stays so."""
    release_model = apps.get_model("progress", "Release")
    for name in ("Reading", "MilestoneUpdate"):
        rows = apps.get_model("progress", name).objects.filter(release=None)
        for workspace_id in rows.values_list("workspace_id", flat=True).order_by().distinct():
            latest = rows.filter(workspace_id=workspace_id).latest("id")
            release = release_model.objects.filter(workspace_id=workspace_id).first() or release_model.objects.create(
                workspace_id=workspace_id,
                released_at=latest.recorded_at,
                released_by_name="Moothall",
            )
            rows.filter(workspace_id=workspace_id).update(release=release)


class Migration(migrations.Migration):

    dependencies = [
        ("progress", "0002_readings_let_out_and_corrected"),
    ]

    operations = [
        migrations.RunPython(keep_public_what_was_public, migrations.RunPython.noop),
    ]
