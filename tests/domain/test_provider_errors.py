"""Every fault of a provider can be told: its templates take the values they name, and say what to do."""

import string

import pytest

from jobmatch_desktop.domain import provider_errors
from jobmatch_desktop.domain.errors import JobMatchError

KINDS = [
    kind
    for kind in vars(provider_errors).values()
    if isinstance(kind, type) and issubclass(kind, JobMatchError) and kind.what
]


@pytest.mark.parametrize("kind", KINDS, ids=[kind.__name__ for kind in KINDS])
def test_fault_is_whole(kind: type[JobMatchError]) -> None:
    templates = (kind.what, kind.why, kind.remedy)
    assert kind.remedy
    assert all(template.endswith(".") for template in templates if template)
    names = {name for template in templates for _, name, _, _ in string.Formatter().parse(template) if name}
    text = str(kind(**dict.fromkeys(names, "7")))
    assert "{" not in text
