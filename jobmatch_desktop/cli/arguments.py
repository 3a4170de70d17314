"""The words of the command line, as DESIGN.md §9 has them. Wrong use ends the program with exit code 2, as argparse does."""

import argparse
from pathlib import Path

from jobmatch_desktop import __version__
from jobmatch_desktop.domain.countries import COUNTRIES

PROVIDERS = ("composer", "ollama", "openai", "anthropic", "compatible")
_OUT = "the file's ending picks the format: pdf, docx, md, html, txt, json"
_BASE_URL = (
    "the server's address (else that of the settings, else that of OLLAMA_HOST, OPENAI_BASE_URL or ANTHROPIC_BASE_URL, "
    "else its usual place)"
)
LENGTHS = ("short", "usual", "long")
TONES = ("plain", "formal", "warm")
KEY_ACTIONS = ("set", "list", "delete")
TASK_ACTIONS = ("show", "cancel", "retry", "continue")


def parse(words: list[str]) -> argparse.Namespace:
    """The parsed words: `verb` (None for the window), `data_dir` (None: the usual one) and the verb's own."""
    parser = argparse.ArgumentParser(
        prog="jobmatch-desktop",
        description="Tailor a CV and a letter to a job offer. Without a verb, the window opens.",
    )
    parser.add_argument("--version", action="version", version=f"jobmatch-desktop {__version__}")
    _data_dir(parser, None)
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", title="verbs")

    reading = _verb(
        verbs, "import", "a CV (PDF, DOCX, JSON Resume, LinkedIn export, Markdown, text) to JSON Resume on stdout"
    )
    reading.add_argument("file", type=Path, metavar="FILE")

    offer = _verb(
        verbs, "offer", "a job offer (a page, PDF, DOCX, text; a file, an address or - for stdin) to JSON on stdout"
    )
    offer.add_argument("offer", type=_text, metavar="FILE|URL|-")
    offer.add_argument(
        "--number", type=int, metavar="N", help="which, of a page with several offers (default: the first)"
    )

    matching = _verb(verbs, "match", "how far a profile's facts answer an offer, requirement by requirement")
    matching.add_argument("profile", type=Path, metavar="PROFILE", help="a CV as `import` reads it; - reads stdin")
    matching.add_argument("offer", type=_text, metavar="OFFER", help="an offer as `offer` reads it")
    matching.add_argument("--json", action="store_true")

    check = _verb(verbs, "check", "what a document claims, and which facts of the profile say so, to JSON on stdout")
    check.add_argument("document", type=Path, metavar="DOCUMENT", help="Markdown, text, PDF or DOCX; - reads stdin")
    check.add_argument("--profile", type=Path, required=True, metavar="FILE", help="a CV as `import` reads it")
    check.add_argument(
        "--offer", type=_text, metavar="FILE", help="an offer as `offer` reads it: its words are no evidence"
    )

    generate = _verb(verbs, "generate", "write a CV or a letter for an offer; the text streams to stdout")
    generate.add_argument("kind", choices=("cv", "letter"))
    generate.add_argument(
        "--profile", type=Path, required=True, metavar="FILE", help="a CV as `import` reads it; - reads stdin"
    )
    generate.add_argument(
        "--offer", type=_text, required=True, metavar="FILE", help="an offer as `offer` reads it; - reads stdin"
    )
    generate.add_argument(
        "--provider", choices=PROVIDERS, default="composer", help="who writes (default: %(default)s, no model)"
    )
    generate.add_argument("--model", type=_text, default="")
    generate.add_argument("--base-url", metavar="URL", help=_BASE_URL)
    generate.add_argument("--language", choices=("en", "fr"), help="default: the offer's, else English")
    generate.add_argument("--strength", choices=("faithful", "polished"), default="faithful")
    generate.add_argument(
        "--country",
        choices=COUNTRIES,
        help="whose habit frames a letter (default: the offer's country, else the language's)",
    )
    generate.add_argument("--length", choices=LENGTHS, default="usual", help="of a letter")
    generate.add_argument("--tone", choices=TONES, default="plain", help="of a letter")
    generate.add_argument(
        "--template",
        metavar="T",
        help="default: that of the profile's last document, else classic; its options follow too",
    )
    generate.add_argument(
        "--out", type=Path, action="append", default=[], metavar="FILE", help=f"{_OUT}; may be given more than once"
    )

    export = _verb(verbs, "export", "a document in CV Markdown to pdf, docx, md, html, txt or json")
    export.add_argument("document", type=Path, metavar="DOCUMENT.md")
    export.add_argument("--out", type=Path, action="extend", nargs="+", required=True, metavar="FILE", help=_OUT)
    export.add_argument("--template", metavar="T", default="classic", help="default: %(default)s")
    export.add_argument("--language", choices=("en", "fr"), help="default: as the document reads")
    export.add_argument("--accent", default="", metavar="#RRGGBB", help="the colour (default: the template's)")
    export.add_argument("--font", default="", metavar="FAMILY", help="the font (default: the template's)")
    export.add_argument("--density", choices=("airy", "normal", "tight"), default="normal")
    export.add_argument("--paper", choices=("a4", "letter"), default="a4")
    export.add_argument("--photo", type=Path, metavar="FILE", help="a picture, for templates that show one")
    export.add_argument("--pages", type=int, default=0, metavar="N", help="tighten the PDF until it fits N pages")
    export.add_argument("--country", choices=COUNTRIES, default="", help="whose habit a letter follows")

    tasks = _verb(verbs, "tasks", "what was generated, is being, or waits")
    tasks.add_argument("action", nargs="?", choices=TASK_ACTIONS)
    tasks.add_argument("id", nargs="?")
    tasks.add_argument("--json", action="store_true")

    models = _verb(verbs, "models", "the models a provider has")
    models.add_argument("--provider", choices=PROVIDERS, default="ollama")
    models.add_argument("--base-url", metavar="URL", help=_BASE_URL)
    models.add_argument("--json", action="store_true")

    pull = _verb(verbs, "pull", "download a model to Ollama; again after a stop goes on")
    pull.add_argument("model", type=_text)
    pull.add_argument("--base-url", metavar="URL", help=_BASE_URL)

    keys = _verb(
        verbs, "keys", "the keys of the providers in the system's keyring; `set` reads stdin or asks, without echo"
    )
    keys.add_argument("action", choices=KEY_ACTIONS)
    keys.add_argument("provider", nargs="?", metavar="PROVIDER")

    parsed = parser.parse_args(words)
    if parsed.verb == "tasks" and parsed.action and not parsed.id:
        tasks.error(f"tasks {parsed.action} needs an ID")
    if parsed.verb == "keys" and parsed.action != "list" and parsed.provider is None:
        keys.error(f"keys {parsed.action} needs a PROVIDER")
    if parsed.verb == "match" and str(parsed.profile) == parsed.offer == "-":
        matching.error("only one of PROFILE and OFFER can be read from stdin")
    if parsed.verb == "generate" and str(parsed.profile) == parsed.offer == "-":
        generate.error("only one of --profile and --offer can be read from stdin")
    return parsed


def is_text(word: str) -> bool:
    """Whether a word of the command line is text: bytes that are no UTF-8 come as lone surrogates, which nothing stores."""
    return not any("\ud800" <= character <= "\udfff" for character in word)


def _text(word: str) -> str:
    if not is_text(word):
        raise argparse.ArgumentTypeError("no text in UTF-8")
    return word


def _verb(
    verbs: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, words: str
) -> argparse.ArgumentParser:
    verb = verbs.add_parser(name, help=words, description=words[0].upper() + words[1:] + ".")
    _data_dir(verb, argparse.SUPPRESS)
    return verb


def _data_dir(parser: argparse.ArgumentParser, default: str | None) -> None:
    parser.add_argument(
        "--data-dir",
        metavar="DIR",
        default=default,
        help="where the program keeps its data (or JOBMATCH_DATA_DIR)",
    )
