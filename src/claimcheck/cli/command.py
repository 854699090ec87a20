"""How a command shows its help, and which command a mistake was made with."""

import re
from typing import Any

from typer import TyperException
from typer.core import TyperCommand

_PYTHON_TYPE = re.compile(r" <\S+>$")
_OPPOSITES = re.compile(r"--(\S+) / --no-\1")


class Command(TyperCommand):
    """A command of ours."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the command line; a mistake that names no command is one of this one."""
        try:
            return super().parse_args(ctx, args)
        except TyperException as error:
            if getattr(error, "ctx", ctx) is None:
                error.ctx = ctx  # type: ignore[attr-defined]  # usage errors have one
            raise

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the parts on arguments and options as typer does, without Python's types, and a switch with its opposite as one."""
        for kind, title in (("argument", "Arguments"), ("option", "Options")):
            records = [
                one.get_help_record(ctx) for one in self.get_params(ctx) if one.param_type_name == kind
            ]
            shown = [(_in_short(name), text) for name, text in filter(None, records)]
            if shown:
                with formatter.section(title):
                    formatter.write_dl(shown)


def _in_short(name: str) -> str:
    return _OPPOSITES.sub(r"--[no-]\1", _PYTHON_TYPE.sub("", name))
