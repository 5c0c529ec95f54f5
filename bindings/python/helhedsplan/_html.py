"""Tables for notebooks. All text is escaped: plans are written by others."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Iterable, Sequence


def escaped(value: Any) -> str:
    """A value as HTML text; nothing for None. Characters that are invisible or change the direction are written as codes."""
    text = "" if value is None else str(value)
    for character, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("'", "&#x27;")):
        text = text.replace(character, entity)
    return "".join(each if each.isprintable() or each in "\n\u00a0" else f"\\u{{{ord(each):x}}}" for each in text)


def _is_number(value: Any) -> bool:
    return str(value).rstrip("% ").replace(",", "").replace(".", "").isdigit()


def table_html(title: str, columns: "Sequence[str]", rows: "Iterable[Sequence[Any]]") -> str:
    """A table; numbers are to the right."""
    lines = [f"<table><caption>{escaped(title)}</caption>",
             "<thead><tr>" + "".join(f"<th>{escaped(each)}</th>" for each in columns) + "</tr></thead>", "<tbody>"]
    for row in rows:
        cells = (f'<td style="text-align: {"right" if _is_number(each) else "left"}">{escaped(each)}</td>'
                 for each in row)
        lines.append("<tr>" + "".join(cells) + "</tr>")
    return "\n".join([*lines, "</tbody></table>"])
