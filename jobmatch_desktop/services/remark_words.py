"""What a person should know of a written file, in sentences."""

from collections.abc import Callable, Iterable, Sequence

from jobmatch_desktop.domain.errors import Trouble
from jobmatch_desktop.domain.read_back import Missing, ReadBack, Reader, Why
from jobmatch_desktop.domain.remark import Boxes, Lines, Overflow, Remark, StandIn

_SECTIONS = 3
_NAMED = 3
_LONGEST = 60
_SIGNS = 40


def _english(_context: str, text: str) -> str:
    return text


class RemarkWords:
    """Sentences in English, or as `translate` (a context and an English text; Qt's in a window) has them."""

    def __init__(self, translate: Callable[[str, str], str] = _english) -> None:
        self._translate = translate

    def tr(self, text: str) -> str:
        """The text in the reader's language."""
        return self._translate("RemarkWords", text)

    def all(self, remarks: Iterable[Remark]) -> str:
        """Every remark, one after the other; `""` for none."""
        return " ".join(filter(None, map(self.of, remarks)))

    def of(self, remark: Remark) -> str:
        """One or more sentences; `""` where there is nothing to tell."""
        match remark:
            case StandIn():
                return self._stand_in(remark)
            case Boxes():
                return self._boxes(remark)
            case Overflow():
                return self.to_cut(remark)
            case ReadBack():
                return " ".join(self._read_back(remark))

    def to_cut(self, found: Overflow) -> str:
        """What to cut; `""` where all fits."""
        if not found.over:
            return ""
        sections = sorted((one for one in found.sections if one.words), key=lambda one: -one.lines)[:_SECTIONS]
        longest = next((one for one in found.longest if one.lines > 1), None)
        return " ".join(
            filter(
                None,
                (
                    self._over(found),
                    self.tr("The longest sections: {sections}.").format(sections=self._lines_of(sections))
                    if sections
                    else "",
                    self.tr("The longest text is “{text}” ({lines}).").format(
                        text=_cut(longest.words), lines=self._lines(longest.lines)
                    )
                    if longest
                    else "",
                    self.tr("Cut there, or allow another page."),
                ),
            )
        )

    def _over(self, found: Overflow) -> str:
        lines = self._lines(found.over)
        if found.pages == 1:
            return self.tr("{lines} too many for one page, even at the tightest.").format(lines=lines)
        return self.tr("{lines} too many for {pages} pages, even at the tightest.").format(
            lines=lines, pages=found.pages
        )

    def _lines_of(self, sections: Sequence[Lines]) -> str:
        return ", ".join(f"{one.words} ({self._lines(one.lines)})" for one in sections)

    def _lines(self, count: int) -> str:
        return self.tr("1 line") if count == 1 else self.tr("{count} lines").format(count=count)

    def _stand_in(self, remark: StandIn) -> str:
        families = ", ".join(remark.families)
        if not remark.scripts:
            return self.tr("{chosen} does not have some of the signs: they are set in {families}.").format(
                chosen=remark.chosen, families=families
            )
        return self.tr("{chosen} does not have all of the letters ({scripts}): those are set in {families}.").format(
            chosen=remark.chosen, scripts=self._scripts(remark.scripts), families=families
        )

    def _boxes(self, remark: Boxes) -> str:
        return self.tr(
            "No font on this machine has these signs ({scripts}): {signs}. Empty boxes stand for them, and the PDF is not marked as "
            "accessible. Install a font that has them, such as one of the Noto fonts."
        ).format(scripts=self._scripts(remark.scripts), signs=" ".join(dict.fromkeys(remark.characters))[:_SIGNS])

    def _scripts(self, scripts: Iterable[str]) -> str:
        names = {
            "Arabic": self.tr("Arabic"),
            "Armenian": self.tr("Armenian"),
            "Cyrillic": self.tr("Cyrillic"),
            "Devanagari": self.tr("Devanagari"),
            "Georgian": self.tr("Georgian"),
            "Greek": self.tr("Greek"),
            "Han": self.tr("Chinese"),
            "Hangul": self.tr("Korean"),
            "Hebrew": self.tr("Hebrew"),
            "Hiragana": self.tr("Japanese"),
            "Katakana": self.tr("Japanese"),
            "Thai": self.tr("Thai"),
            "symbol": self.tr("such as emoji"),
        }
        return ", ".join(dict.fromkeys(names.get(script, script) for script in scripts))

    def _read_back(self, result: ReadBack) -> list[str]:
        if not result.checked:
            return [
                self.tr("Whether other programs can read this file could not be checked."),
                self._why(result.trouble),
            ]
        gone = [one for one in result.missing if one.why is Why.GONE and one.what != "link"]
        links = [one for one in result.missing if one.what == "link"]
        moved = [one for one in result.missing if one.why is Why.ORDER]
        misread = [one for one in result.missing if one.why is Why.FIELD]
        told = []
        if gone and {one.reader for one in gone} == set(Reader):
            told.append(
                self.tr(
                    "Other programs cannot read {texts} from this file: {named}. Write these words without unusual signs, or choose "
                    "another font or template."
                ).format(texts=self._counted(gone), named=self._named(gone))
            )
        elif gone:
            told.append(
                self.tr(
                    "Not every program can read {texts} from this file: {named}. Write these words without unusual signs, or choose "
                    "another font or template."
                ).format(texts=self._counted(gone), named=self._named(gone))
            )
        if moved:
            told.append(
                self.tr(
                    "{texts} would be read in another order: {named}. Choose a template of one column, or put no two things on one line."
                ).format(texts=self._counted(moved), named=self._named(moved))
            )
        if links:
            told.append(
                self.tr(
                    "Of the links, {count} did not come back: {named}. Write the address as the link's words."
                ).format(count=len(links), named=self._named(links))
            )
        if misread:
            told.append(
                self.tr(
                    "An employer's system may put {texts} in another field: {named}. Use a usual section title, and dates such as "
                    "“Jan 2020 – Mar 2021” on the line under the job."
                ).format(texts=self._counted(misread), named=self._named(misread))
            )
        return told

    def _why(self, trouble: Trouble | None) -> str:
        """What happened to the readers, without what to do: that is about files of others."""
        return self._translate("Trouble", trouble.why).format_map(trouble.values) if trouble else ""

    def _counted(self, missing: list[Missing]) -> str:
        count = len({one.words for one in missing})
        return self.tr("1 text") if count == 1 else self.tr("{count} texts").format(count=count)

    def _named(self, missing: list[Missing]) -> str:
        words = list(dict.fromkeys(one.words for one in missing))
        named = ", ".join(self.tr("“{text}”").format(text=_cut(one)) for one in words[:_NAMED])
        more = len(words) - _NAMED
        return self.tr("{named} and {more} more").format(named=named, more=more) if more > 0 else named


def _cut(words: str) -> str:
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
