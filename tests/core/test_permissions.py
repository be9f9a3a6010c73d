"""Who may do what."""

import pytest

from core.permissions import ACTS, Role, may


@pytest.mark.parametrize("role", ["agent", "supervisor", "admin"])
def test_everybody_who_works_here_may_approve(role: str) -> None:
    assert may(role, "approve")
    assert may(Role(role), "approve")


@pytest.mark.parametrize("role,act", [("customer", "approve"), ("", "approve"), ("AGENT", "approve"), ("admin", "fly"), ("admin", "")])
def test_what_the_table_does_not_name_is_refused(role: str, act: str) -> None:
    assert not may(role, act)


def test_the_table_names_roles_only() -> None:
    assert all(roles <= set(Role) and roles for roles in ACTS.values())
