"""Kept profiles: their steps, and what follows them."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec
import pytest

from jobmatch_desktop.domain.kept_profile import Change, ProfileChanged, ProfileState
from jobmatch_desktop.domain.offer import Offer
from jobmatch_desktop.domain.profile_edits import Edit, SetText, edited
from jobmatch_desktop.domain.storage_errors import RecordNotFound
from jobmatch_desktop.resources import resource
from jobmatch_desktop.storage import kept_profiles, migrations
from jobmatch_desktop.storage.applications import ApplicationRepository
from jobmatch_desktop.storage.database import Database, database_path
from jobmatch_desktop.storage.kept_profiles import KeptProfileRepository
from jobmatch_desktop.storage.profiles import ProfileRepository
from jobmatch_desktop.storage.targetings import TargetingRepository

ADA: dict[str, Any] = {"basics": {"name": "Ada"}, "work": [{"name": "Mill", "highlights": ["Ground corn"]}]}


async def edit(profiles: KeptProfileRepository, state: ProfileState, *edits: Edit) -> ProfileState:
    return await profiles.change(state, *edited(state.source, state.ids, edits), Change.TYPED)


def test_a_profile_is_kept_once_and_its_lines_have_ids(database: Database) -> None:
    async def main() -> None:
        profiles = KeptProfileRepository(database)
        kept = await profiles.keep(ADA)
        assert await profiles.keep(dict(reversed(ADA.items()))) == kept
        assert kept.ids.keys() == {"work/0", "work/0/highlights/0"}
        assert await profiles.get(kept.id) == kept
        assert not kept.may_undo
        assert not kept.may_redo
        with pytest.raises(RecordNotFound):
            await profiles.get(99)

    asyncio.run(main())


def test_steps_go_back_and_forward_and_a_new_one_ends_what_was_undone(database: Database) -> None:
    async def main() -> None:
        profiles = KeptProfileRepository(database)
        first = await profiles.keep(ADA)
        second = await edit(profiles, first, SetText("work/0/name", "Old Mill"))
        third = await edit(profiles, second, SetText("basics/name", "Ada B."))
        assert (third.step, third.may_undo, third.may_redo) == (3, True, False)
        assert third.ids == first.ids
        back = await profiles.move(await profiles.move(third, -1), -1)
        assert (back.source, back.ids, back.version) == (ADA, first.ids, first.version)
        assert (back.may_undo, back.may_redo) == (False, True)
        assert await profiles.move(back, -1) == back
        again = await profiles.move(back, 1)
        assert again.source == second.source
        other = await edit(profiles, again, SetText("basics/name", "Eda"))
        assert (other.step, other.may_redo) == (3, False)
        assert await profiles.move(other, 1) == other

    asyncio.run(main())


def test_nobody_overwrites_what_they_have_not_seen(database: Database) -> None:
    async def main() -> None:
        profiles = KeptProfileRepository(database)
        first = await profiles.keep(ADA)
        second = await edit(profiles, first, SetText("basics/name", "Eda"))
        for refused in (edit(profiles, first, SetText("basics/name", "Ida")), profiles.move(first, -1)):
            with pytest.raises(ProfileChanged):
                await refused
        assert await profiles.get(first.id) == second

    asyncio.run(main())


def test_applications_follow_and_keep_what_they_have_when_it_goes(database: Database) -> None:
    async def main() -> None:
        profiles, applications = KeptProfileRepository(database), ApplicationRepository(database)
        kept = await profiles.keep(ADA)
        other = await profiles.keep({"basics": {"name": "Bob"}})
        mine = await applications.add(kept.version, Offer("Miller"))
        theirs = await applications.add(other.version, Offer("Miller"))
        assert (mine.kept, theirs.kept) == (kept.id, other.id)
        moved = await edit(profiles, kept, SetText("basics/name", "Eda"))
        followed = await applications.get(mine.id)
        assert (followed.profile, followed.person) == (moved.version, "Eda")
        # What a page read before does not bring the old version back.
        await applications.update(msgspec.structs.replace(mine, notes="Ring them"))
        assert (await applications.get(mine.id)).profile == moved.version
        assert await applications.get(theirs.id) == theirs
        await profiles.move(moved, -1)
        assert (await applications.get(mine.id)).profile == kept.version
        await profiles.remove(kept.id)
        left = await applications.get(mine.id)
        assert (left.profile, left.kept, left.person) == (kept.version, None, "Ada")
        assert [state.id for state in await profiles.list()] == [other.id]
        with pytest.raises(RecordNotFound):
            await profiles.remove(kept.id)

    asyncio.run(main())


def test_a_line_added_elsewhere_is_a_step_of_the_profile_that_stands_there(database: Database) -> None:
    async def main() -> None:
        profiles = KeptProfileRepository(database)
        kept = await profiles.keep(ADA)
        more = ADA | {"skills": [{"name": "Rye"}]}
        version = await profiles.advance(kept.version, more)
        state = await profiles.get(kept.id)
        assert (state.version, state.source, state.step) == (version, more, 2)
        assert kept.ids.items() <= state.ids.items()
        assert await profiles.standing_at(kept.version) is None
        # From a version that nobody stands at any more, it becomes no step.
        await profiles.advance(kept.version, ADA | {"skills": [{"name": "Oats"}]})
        assert await profiles.get(kept.id) == state

    asyncio.run(main())


def test_old_steps_go_with_versions_that_nothing_names(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_profiles, "STEPS_KEPT", 4)

    async def main() -> None:
        profiles = KeptProfileRepository(database)
        state = first = await profiles.keep(ADA)
        for count in range(12):
            state = await edit(profiles, state, SetText("basics/name", f"Ada {count}"))
        stored = {row.source["basics"]["name"] for row in await ProfileRepository(database).list()}
        assert {f"Ada {count}" for count in range(8, 12)} <= stored
        assert len(stored) <= 5
        assert (await profiles.get(first.id)).source["basics"]["name"] == "Ada 11"

    asyncio.run(main())


def test_targetings_of_a_profile(database: Database) -> None:
    async def main() -> None:
        profiles, targetings = KeptProfileRepository(database), TargetingRepository(database)
        applications = ApplicationRepository(database)
        kept = await profiles.keep(ADA)
        made = await targetings.add(kept.id, "Mills")
        line = kept.ids["work/0/highlights/0"]
        changed = await targetings.update(
            msgspec.structs.replace(made, name="Old mills", left_out=frozenset({line}), arranged={"work": ("a", "b")})
        )
        assert await targetings.of(kept.id) == [changed]
        assert (changed.left_out, changed.arranged) == (frozenset({line}), {"work": ("a", "b")})
        application = await applications.add(kept.version, Offer("Miller"))
        application = await applications.update(msgspec.structs.replace(application, targeting=made.id))
        assert application.targeting == made.id
        await targetings.remove(made.id)
        assert (await applications.get(application.id)).targeting is None
        for gone in (
            targetings.get(made.id),
            targetings.update(made),
            targetings.remove(made.id),
            targetings.add(99, "x"),
        ):
            with pytest.raises(RecordNotFound):
                await gone

    asyncio.run(main())


def test_profiles_of_an_older_format_are_kept_each_and_their_applications_follow(tmp_path: Path) -> None:
    scripts = sorted(resource("migrations").glob("*.sql"))
    with closing(sqlite3.connect(database_path(tmp_path), isolation_level=None)) as connection:
        for number, script in enumerate(scripts[:4], start=1):
            migrations.migrate(connection, number, script.read_text(encoding="utf-8"))
        connection.execute(
            "INSERT INTO profile (id, digest, source, created) VALUES (3, 'a', '{\"work\": [{}]}', 1), (5, 'b', '{\"basics\": {}}', 2)"
        )
        connection.execute(
            "INSERT INTO offer (id, digest, text, title, company, place, deadline, language, created)"
            " VALUES (1, 'o', 'Miller', '', '', '', '', 'en', 1)"
        )
        connection.execute(
            "INSERT INTO application (profile, offer, status, notes, created, changed) VALUES (3, 1, 'applied', '', 1, 1)"
        )
    database = Database.open(tmp_path)

    async def main() -> None:
        profiles = KeptProfileRepository(database)
        assert {(state.id, state.version) for state in await profiles.list()} == {(3, 3), (5, 5)}
        state = await profiles.get(3)
        assert state.ids.keys() == {"work/0"}
        assert await profiles.get(3) == state, "ids that were given stay"
        (application,) = await ApplicationRepository(database).list()
        assert application.kept == 3
        moved = await edit(profiles, state, SetText("work/0/name", "Mill"))
        assert (await ApplicationRepository(database).get(application.id)).profile == moved.version

    try:
        asyncio.run(main())
    finally:
        assert database.close(30)
