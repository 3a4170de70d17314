"""The theme: what resources/themes/theme.toml says, and a look made of it for one scheme and one size of type."""

from string import Template

import msgspec

from jobmatch_desktop.resources import resource


class Colours(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The colours of one scheme, as `#rrggbb`; what each is for is said in theme.toml."""

    canvas: str
    surface: str
    sunken: str
    line: str
    text: str
    muted: str
    accent: str
    on_accent: str
    accent_soft: str
    good: str
    warn: str
    warn_soft: str
    bad: str
    paper: str
    shadow: str


class Sizes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Sizes of type and of icons, in pixels at 100 %."""

    tiny: int
    small: int
    control: int
    body: int
    title: int
    name: int
    icon: int


class Space(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Distances and radii, in pixels at 100 %."""

    step: int
    radius: int
    chip_radius: int
    ring: int


class Motion(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How long a movement takes where the system does not ask for less."""

    milliseconds: int


class Theme(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole theme file."""

    light: Colours
    dark: Colours
    size: Sizes
    space: Space
    motion: Motion


class Look(msgspec.Struct, frozen=True):
    """A theme as it is drawn: one scheme, at `scale` (1.0 is 100 %), with movements of `motion` milliseconds (0: none)."""

    colours: Colours
    size: Sizes
    space: Space
    dark: bool
    scale: float = 1.0
    motion: int = 0

    def px(self, pixels: float) -> int:
        """Pixels at 100 % as pixels at this look's scale."""
        return round(pixels * self.scale)

    def steps(self, number: float) -> int:
        """A distance of `number` steps, in pixels at this look's scale."""
        return self.px(self.space.step * number)


def load_theme() -> Theme:
    """The theme file. Raises `msgspec.ValidationError` where it is not whole: a broken installation."""
    return msgspec.toml.decode(resource("themes/theme.toml").read_bytes(), type=Theme)


def look_of(theme: Theme, dark: bool, scale: float, moves: bool) -> Look:
    """The theme in one scheme; `moves` is whether the system allows movement."""
    colours = theme.dark if dark else theme.light
    return Look(colours, theme.size, theme.space, dark, scale, theme.motion.milliseconds if moves else 0)


def stylesheet(look: Look) -> str:
    """The style sheet of the whole window in this look."""
    values: dict[str, str] = dict(msgspec.structs.asdict(look.colours))
    values |= {f"{name}_px": f"{look.px(size)}px" for name, size in msgspec.structs.asdict(look.size).items()}
    values |= {f"{name}_px": f"{look.px(size)}px" for name, size in msgspec.structs.asdict(look.space).items()}
    values |= {f"s{number}": f"{look.px(look.space.step * number / 2)}px" for number in range(33)}
    return Template(resource("themes/window.qss").read_text(encoding="utf-8")).substitute(values)
