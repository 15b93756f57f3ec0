"""The XML parts of a workbook's file, read and written so that all that is not touched stays as it was.

ElementTree alone forgets the prefixes of namespaces, which other texts of the part name (`mc:Ignorable="x14ac"`).
"""

from __future__ import annotations

import io
from collections.abc import Container, Iterator
from functools import lru_cache
from xml.etree import ElementTree
from xml.sax.saxutils import escape

_XML = "http://www.w3.org/XML/1998/namespace"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_IN_TEXT = {"\r": "&#13;"}
_IN_ATTRIBUTE = {'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}


@lru_cache(maxsize=1024)
def tag_of(name: str) -> str:
    """Return a tag or attribute without its namespace, which "Strict" workbooks have another of."""
    return name.rpartition("}")[2]


def named(root: ElementTree.Element, tag: str) -> Iterator[ElementTree.Element]:
    """Yield the elements with a tag, whatever its namespace."""
    return (node for node in root.iter() if tag_of(node.tag) == tag)


class XmlPart:
    """One part: its root element, and the prefixes that its namespaces go by."""

    def __init__(self, content: bytes) -> None:
        """Parse a part; raise `ElementTree.ParseError` if it is no XML."""
        self._prefixes: dict[str, str] = {_XML: "xml"}
        root = None
        for event, value in ElementTree.iterparse(io.BytesIO(content), ("start-ns", "start")):
            if event == "start-ns":
                self._learn(*value)
            elif root is None:
                root = value
        assert isinstance(root, ElementTree.Element)
        self.root = root

    def declare(self, prefix: str, uri: str) -> None:
        """Let a namespace go by a prefix, unless it has one already."""
        if uri not in self._prefixes:
            self._learn(prefix, uri)

    def _learn(self, prefix: str, uri: str) -> None:
        taken = self._prefixes.values()
        if uri in self._prefixes and (self._prefixes[uri] or not prefix):
            return
        number = len(self._prefixes)
        free = prefix if prefix not in taken else f"ns{number}"
        # Attributes need a prefix; what is the default and has a name as well goes by its name.
        self._prefixes[uri] = free

    def name(self, tag: str) -> str:
        """Return a tag of this part's main namespace as ElementTree writes it."""
        uri = self.root.tag.rpartition("}")[0]
        return f"{uri}}}{tag}" if uri else tag

    def find(self, tag: str) -> ElementTree.Element | None:
        """Return the first element with a tag right below the root; None if there is none."""
        return next((node for node in self.root if tag_of(node.tag) == tag), None)

    def group(self, tag: str, after: Container[str]) -> ElementTree.Element:
        """Return the same, made behind all elements with the tags `after` if it is not there."""
        found = self.find(tag)
        if found is None:
            found = ElementTree.Element(self.name(tag))
            place = max((at for at, node in enumerate(self.root) if tag_of(node.tag) in after), default=-1)
            self.root.insert(place + 1, found)
        return found

    def content(self) -> bytes:
        """Return the part as it is to stand in the file."""
        out = [_HEAD]
        self._write(self.root, out, top=True)
        return "".join(out).encode("utf-8")

    def _named(self, tag: str) -> str:
        uri, _, local = tag.rpartition("}")
        if not uri:
            return local
        prefix = self._prefixes.setdefault(uri[1:], f"ns{len(self._prefixes)}")
        return f"{prefix}:{local}" if prefix else local

    def _write(self, node: ElementTree.Element, out: list[str], top: bool = False) -> None:
        tag = self._named(node.tag)
        out.append(f"<{tag}")
        if top:
            out += [f' xmlns{":" + prefix if prefix else ""}="{escape(uri, _IN_ATTRIBUTE)}"'
                    for uri, prefix in self._prefixes.items() if uri != _XML]
        out += [f' {self._named(key)}="{escape(value, _IN_ATTRIBUTE)}"' for key, value in node.attrib.items()]
        if node.text or len(node):
            out.append(">")
            out.append(escape(node.text or "", _IN_TEXT))
            for child in node:
                self._write(child, out)
                out.append(escape(child.tail or "", _IN_TEXT))
            out.append(f"</{tag}>")
        else:
            out.append("/>")
