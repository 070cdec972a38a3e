"""What each step does, and who acts. A step that was kept before decides, or advises where it does not."""

from django.db import migrations, models

from moothall.domain.routes import Deed


def _advising(apps, schema_editor):
    apps.get_model("routes", "Step").objects.filter(is_deciding=False).update(deed=Deed.ADVISE.value)


class Migration(migrations.Migration):
    dependencies = [("routes", "0004_decision_held_since")]
    operations = [
        migrations.AddField(
            model_name="step",
            name="deed",
            field=models.CharField(
                choices=[(one.value, one.value) for one in Deed], default=Deed.DECIDE.value, max_length=30
            ),
        ),
        migrations.AddField(
            model_name="step",
            name="who",
            field=models.CharField(blank=True, default="", max_length=300),
        ),
        migrations.RunPython(_advising, migrations.RunPython.noop),
    ]
