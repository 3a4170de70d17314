"""How documents look: chosen, kept over generations and exports, and the person's own templates."""

import asyncio
import shutil
from pathlib import Path

import msgspec
import pytest

from jobmatch_desktop.domain.document import Cause
from jobmatch_desktop.domain.format_errors import PhotoUnusable, TemplateFault
from jobmatch_desktop.domain.options import Density, Options
from jobmatch_desktop.resources import resource
from jobmatch_desktop.services.choice import Choice
from jobmatch_desktop.services.looks import Chosen
from tests.formats.writers.documents import png
from tests.services.house import CV, LETTER, opened

LOOK = Chosen("modern", Options(accent="#7a1f3d", density=Density.TIGHT))


def test_a_generation_and_an_export_keep_what_was_chosen(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path / "data") as house:
            application = await house.sample()
            document = await house.document(application)
            chosen = await house.services.looks.choose(document.id, LOOK)
            assert (chosen.template, chosen.options) == (LOOK.template, LOOK.options)
            await house.ended(await house.services.generation.start(application.id, CV, Choice(language="fr")))
            after = await house.document(application)
            assert (after.language, after.template, after.options) == ("fr", LOOK.template, LOOK.options)
            await house.services.documents.export(after.id, [tmp_path / "cv.html"])
            assert b"#7a1f3d" in (tmp_path / "cv.html").read_bytes()
            newest = (await house.services.versions.list(document.id))[0]
            assert (newest.cause, newest.template, newest.options) == (Cause.EXPORTED, LOOK.template, LOOK.options)

    asyncio.run(main())


def test_a_photo_is_set_once_and_shown_where_the_template_has_a_place(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path / "data") as house:
            looks, application = house.services.looks, await house.sample()
            assert application.kept is not None
            with pytest.raises(PhotoUnusable):
                await looks.set_photo(application.kept, b"no picture")
            await looks.set_photo(application.kept, png())
            assert await looks.photo(application.kept) == png()
            documents = await house.services.documents.of(application.id)
            for kind in (CV, LETTER):
                await looks.choose(documents[kind].id, Chosen("modern", documents[kind].options))
                await house.services.documents.export(documents[kind].id, [tmp_path / f"{kind}.html"])
            assert b"<img" in (tmp_path / "cv.html").read_bytes()
            assert b"<img" not in (tmp_path / "letter.html").read_bytes()

    asyncio.run(main())


def test_the_persons_own_templates_are_listed_and_print(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            own = tmp_path / "templates" / "mine"
            shutil.copytree(resource("templates") / "classic", own)
            broken = tmp_path / "templates" / "torn"
            broken.mkdir()
            (broken / "template.toml").write_text('name = "Torn"\nentry = \n')
            listed = {one.name: one for one in await house.services.looks.templates()}
            assert len(listed) >= 8
            assert listed["mine"].template is not None
            trouble = listed["torn"].trouble
            assert trouble is not None
            assert "line 2" in trouble.text()
            document = await house.document(await house.sample())
            pages = house.services.documents.pdf
            assert (await pages(document.text, CV, "en", "mine")).pages >= 1
            (own / "cv.typ").write_text("#let cv(data) = {\n  nowhere\n}\n#let head(data) = []")
            with pytest.raises(TemplateFault, match=r"line 2 of cv\.typ"):
                await pages(document.text, CV, "en", "mine")

    asyncio.run(main())


def test_what_to_cut_is_told_of_a_text_that_does_not_fit(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            document = await house.document(await house.sample())
            long = document.text + "\n## Projects\n" + "- A bullet about something that was done\n" * 90
            found = await house.services.looks.to_cut(long, CV, "en", "classic", Options(pages=1))
            assert found.over > 0
            assert "Lato" in await house.services.looks.fonts()

    asyncio.run(main())


def test_a_new_application_of_the_same_person_looks_as_the_last_one(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            first = await house.sample()
            document = await house.document(first)
            chosen = msgspec.structs.replace(LOOK.options, pages=1, titles=(("work", "Jobs"),), order=("skills",))
            await house.services.looks.choose(document.id, Chosen("modern", chosen))
            second = await house.sample()
            assert second.kept == first.kept
            after = await house.document(second)
            assert (after.template, after.options) == ("modern", msgspec.structs.replace(chosen, titles=()))
            assert (await house.document(second, LETTER)).template == "classic"

    asyncio.run(main())
