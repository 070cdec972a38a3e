"""A council's rules stand in its rulebook now, by authority and version."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("workspaces", "0001_initial"), ("rules", "0002_from_workspaces")]
    operations = [migrations.RemoveField(model_name="workspace", name="rule_pack")]
