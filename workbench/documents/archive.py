"""Office files are archives: looked at before they are unpacked, and unpacked no further than they say."""

import io
import zipfile

#: Most that a file may unpack to, in bytes: all of it, and the part that has to be parsed.
UNPACKED = 60_000_000
UNPACKED_XML = 15_000_000

_PIECE = 65_536
#: No office program writes one; it is there to be expanded into something huge or something from outside.
_DECLARATIONS = tuple("<!DOCTYPE".encode(name) for name in ("ascii", "utf-16-le", "utf-16-be"))


def whole(parts: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    """What is in a part, unpacked piece by piece and no further than the size that was looked at.

    Reading it at once would unpack all there is before the stated size is compared, and it may be false.

    :raises zipfile.BadZipFile: where a part is not as the archive says, or packed in an unusual way.
    """
    if part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise zipfile.BadZipFile(f"packed in a way that office programs do not use: {part.compress_type}")
    with parts.open(part) as stream:
        return b"".join(iter(lambda: stream.read(_PIECE), b""))


def repacked(parts: zipfile.ZipFile) -> bytes:
    """The same archive from parts of the stated sizes, fit to be given to a reader that trusts it.

    Raises as `whole`.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as anew:
        for name in dict.fromkeys(parts.namelist()):
            anew.writestr(name, whole(parts, parts.getinfo(name)))
    return buffer.getvalue()


def declares(xml: bytes) -> bool:
    """Whether a part declares a document type, in which entities could hide."""
    return any(sign in xml for sign in _DECLARATIONS)
