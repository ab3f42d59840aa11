"""What makes a PDF one for the archive: PDF/A-2b (ISO 19005-2), the same bytes for the same content, no names."""

from __future__ import annotations

from functools import cache
from io import BytesIO

import pikepdf
from PIL import ImageCms


def archived(document: pikepdf.Pdf, title: str = "") -> bytes:
    """Return the document as PDF/A-2b: colours defined, metadata as XMP, nothing that tells when or by whom."""
    profile = document.make_stream(_colours(), N=3)
    intent = pikepdf.Dictionary(
        Type=pikepdf.Name.OutputIntent,
        S=pikepdf.Name.GTS_PDFA1,
        OutputConditionIdentifier="sRGB",
        DestOutputProfile=profile,
    )
    document.Root.OutputIntents = pikepdf.Array([document.make_indirect(intent)])
    if "/Info" in document.trailer:
        del document.trailer["/Info"]
    with document.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        if title:
            metadata["dc:title"] = title
        metadata["pdfaid:part"] = "2"
        metadata["pdfaid:conformance"] = "B"
    out = BytesIO()
    document.save(out, min_version="1.7", deterministic_id=True, linearize=False)
    return out.getvalue()


@cache
def _colours() -> bytes:
    """Return the sRGB profile, with the date of its making taken out of its header (ICC.1, 7.2)."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[24:36] = (2026).to_bytes(2) + bytes([0, 1, 0, 1]) + bytes(6)
    profile[84:100] = bytes(16)
    return bytes(profile)
