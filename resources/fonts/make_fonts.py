"""Makes the two fonts of this folder: Noto Sans CJK SC, cut down to what a journey map is written in, and renamed.

    python resources/fonts/make_fonts.py [FOLDER WITH THE NotoSansCJK-*.ttc FILES]

`make fonts` runs it in an environment of its own with fonttools and font-source-sans-pro. Kept are GB 2312 and the
frequent half of Big5, the Latin, Greek and Cyrillic letters of Europe, kana, punctuation, arrows and signs; the letters
that Noto Sans CJK lacks come from Source Sans, after which its Latin letters are drawn. Left out on purpose are the
radicals U+2E80 to U+2FDF: they share their glyphs with characters, and text copied from a PDF would have them in it.
"""

from __future__ import annotations

import sys
from importlib.resources import files
from collections.abc import Iterable, Iterator
from pathlib import Path

from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.transformPen import TransformPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

HERE = Path(__file__).resolve().parent
NOTO = Path("/usr/share/fonts/opentype/noto")
FAMILY = "Journey Sans"
VERSION = "1.000"
SIMPLIFIED_CHINESE, JAPANESE = 2, 0  # the faces' places in the collection; all share one set of glyphs

RANGES = [
    (0x20, 0x7E), (0xA0, 0x17F), (0x1CD, 0x1DC), (0x218, 0x21B), (0x2C6, 0x2DD), (0x384, 0x3CE), (0x400, 0x45F),
    (0x490, 0x491),
    (0x2010, 0x205E), (0x20A0, 0x20BF), (0x2100, 0x214F), (0x2150, 0x218B), (0x2190, 0x21FF), (0x2200, 0x22FF),
    (0x2460, 0x24FF), (0x2500, 0x25FF), (0x2600, 0x2606), (0x263A, 0x2642), (0x2713, 0x2717), (0x2776, 0x277F),
    (0x3000, 0x303F), (0x3041, 0x30FF), (0x3105, 0x3129), (0xFF01, 0xFF5E), (0xFFE0, 0xFFE6),
]
# These have the glyph of a more usual character, and a PDF names the first character that has a glyph.
RARE_DOUBLES = {0xAD, 0x2012, 0x2035, 0x2215, 0x22EF, 0x301C}
# The Chinese face draws these a whole character wide, out of place in any other text; a map's texts are mixed.
NARROW = [0xB7, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022]
# How much larger than in Source Sans the letters of Noto Sans CJK are drawn.
SCALES = {"Regular": 1.117, "Bold": 1.13}
SOURCE_COPYRIGHT = "© 2010, 2012, 2014 Adobe Systems Incorporated, with Reserved Font Name 'Source'."


def decoded(encoding: str, rows: Iterable[int], columns: Iterable[int]) -> Iterator[int]:
    """Yield the code points of a two-byte encoding's characters in these rows and columns."""
    columns = list(columns)
    for row in rows:
        for column in columns:
            try:
                yield ord(bytes((row, column)).decode(encoding))
            except UnicodeDecodeError:
                continue


def wanted() -> set[int]:
    """Return the code points that the fonts are to have."""
    points = {point for first, last in RANGES for point in range(first, last + 1)}
    points.update(decoded("gb2312", range(0xA1, 0xF8), range(0xA1, 0xFF)))
    points.update(decoded("big5", range(0xA4, 0xC7), [*range(0x40, 0x7F), *range(0xA1, 0xFF)]))
    return {point for point in points if not 0x2E80 <= point <= 0x2FDF} - RARE_DOUBLES


def lower_ellipsis(font: TTFont) -> None:
    """Draw the ellipsis as three full stops on the line: halfway up, as in Chinese books, it looks wrong in English."""
    cmap, glyphs, top = font.getBestCmap(), font.getGlyphSet(), font["CFF "].cff.topDictIndex[0]
    stop, ellipsis = cmap[ord(".")], cmap[ord("…")]
    step = glyphs[stop].width
    private = top.FDArray[top.FDSelect[font.getGlyphID(ellipsis)]].Private
    # A charstring holds its width as the difference from what is usual in its part of the font.
    pen = T2CharStringPen(3 * step - private.nominalWidthX, glyphs)
    for dot in range(3):
        glyphs[stop].draw(TransformPen(pen, (1, 0, 0, 1, dot * step, 0)))
    top.CharStrings[ellipsis] = pen.getCharString(private, top.GlobalSubrs)
    font["hmtx"][ellipsis] = (3 * step, font["hmtx"][stop][1])


def add_letters(font: TTFont, source: TTFont, points: set[int], scale: float) -> None:
    """Add the glyphs of `source` for those of the points that the font lacks."""
    found, glyphs = source.getBestCmap(), source.getGlyphSet()
    top, cmap = font["CFF "].cff.topDictIndex[0], font.getBestCmap()
    part = top.FDSelect[font.getGlyphID(cmap[ord("a")])]
    private = top.FDArray[part].Private
    order = font.getGlyphOrder()
    taken = set(order)
    free = (name for name in map("cid{:05d}".format, range(1, 0xFFFF)) if name not in taken)
    added = {}
    for point, name in zip(sorted((points & set(found)) - set(cmap)), free, strict=False):
        glyph = glyphs[found[point]]
        width = round(glyph.width * scale)
        pen = T2CharStringPen(width - private.nominalWidthX, glyphs)
        glyph.draw(TransformPen(pen, (scale, 0, 0, scale, 0, 0)))
        top.CharStrings.charStrings[name] = len(top.CharStrings.charStringsIndex)
        top.CharStrings.charStringsIndex.append(pen.getCharString(private, top.GlobalSubrs))
        top.FDSelect.append(part)
        bounds = BoundsPen(glyphs)
        glyph.draw(bounds)
        font["hmtx"][name] = (width, round(bounds.bounds[0] * scale) if bounds.bounds else 0)
        added[point] = name
    # The glyph order is the list of names in the outlines' own table.
    font.setGlyphOrder([*order, *added.values()])
    top.charset = font.getGlyphOrder()
    for table in font["cmap"].tables:
        if table.isUnicode() and table.format != 14:
            table.cmap.update(added)


def subset(font: TTFont, points: set[int]) -> None:
    """Cut the font down to the points."""
    options = Options()
    options.layout_features = ["kern", "mark", "mkmk"]
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = ["*"]
    options.name_languages = [0x409]
    options.drop_tables += ["BASE", "GSUB", "VORG", "vhea", "vmtx"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=points)
    subsetter.subset(font)


def rename(font: TTFont, style: str) -> None:
    """Give the font names of its own: the licence asks for it, and nothing on a user's machine may take its place."""
    postscript = f"{FAMILY.replace(' ', '')}-{style}"
    names = {1: FAMILY, 2: style, 3: f"{VERSION};{postscript}", 4: f"{FAMILY} {style}".removesuffix(" Regular"),
             5: f"Version {VERSION}; made from Noto Sans CJK SC {font['name'].getDebugName(5)}", 6: postscript}
    table = font["name"]
    # 0 copyright, 13 and 14 licence stay; 16 and 17 would only repeat 1 and 2.
    table.names = [record for record in table.names if record.nameID in (0, 13, 14)]
    names[0] = f"{table.getDebugName(0)} {SOURCE_COPYRIGHT}"
    for number, text in names.items():
        table.setName(text, number, 3, 1, 0x409)
    cff = font["CFF "].cff
    cff.fontNames = [postscript]
    top = cff.topDictIndex[0]
    top.FullName, top.FamilyName, top.Weight = names[4], FAMILY, style
    for inner in top.FDArray:
        inner.FontName = f"{postscript}-{inner.FontName.rsplit('-', 1)[-1]}"


def make(noto: Path, style: str) -> Path:
    """Write one font into this folder and return its path."""
    collection = noto / f"NotoSansCJK-{style}.ttc"
    font = TTFont(collection, fontNumber=SIMPLIFIED_CHINESE, lazy=False, recalcTimestamp=False)
    japanese = TTFont(collection, fontNumber=JAPANESE).getBestCmap()
    for table in font["cmap"].tables:
        if table.isUnicode() and table.format != 14:
            table.cmap.update({point: japanese[point] for point in NARROW if point in table.cmap})
    lower_ellipsis(font)
    subset(font, wanted())
    source_sans = TTFont(files("font_source_sans_pro") / f"files/SourceSansPro-{style}.otf")
    add_letters(font, source_sans, wanted(), SCALES[style])
    rename(font, style)
    path = HERE / f"{FAMILY.replace(' ', '')}-{style}.otf"
    font.save(path)
    return path


def main(noto: Path) -> None:
    """Write both fonts and say what is in them."""
    for style in ("Regular", "Bold"):
        path = make(noto, style)
        points = TTFont(path).getBestCmap()
        by_glyph: dict[str, list[int]] = {}
        for point, glyph in sorted(points.items()):
            by_glyph.setdefault(glyph, []).append(point)
        doubles = [" ".join(f"U+{point:04X}" for point in shared) for shared in by_glyph.values() if len(shared) > 1]
        print(f"{path.name}: {len(points)} characters, {path.stat().st_size / 1e6:.2f} MB; in one glyph:", *doubles)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else NOTO)
