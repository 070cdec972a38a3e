"""Publishing and withdrawing."""

from typing import Any

from django import forms

from moothall.web.council.forms.choices import offer


class PublishForm(forms.Form):
    """Which version is published, and why where it is not the first or not the agreed one."""

    version = forms.ChoiceField(label="Which version")
    note = forms.CharField(
        label="Note on the change",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Needed for a correction, and where the text is not the one members decided on: who changed it, "
        "and under which limb of the decision. The public page shows it.",
    )

    def __init__(self, *args: Any, versions: list[Any], resolved: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._versions = {str(one.number): one for one in versions}
        agreed = " (the text members decided on)"
        offer(
            self,
            "version",
            (
                (number, f"Version {number}, {one.name}{agreed if one == resolved else ''}")
                for number, one in self._versions.items()
            ),
        )
        if resolved is not None:
            self.fields["version"].initial = str(resolved.number)

    def clean_version(self) -> Any:
        """The version itself."""
        return self._versions[self.cleaned_data["version"]]


class WithdrawForm(forms.Form):
    """Why a publication is withdrawn."""

    note = forms.CharField(label="Why it is withdrawn", widget=forms.Textarea(attrs={"rows": 3}))
