"""What a file says of itself in XMP: title, author, subject, language, and that it can be read by all."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFStream

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" \
xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{lang}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>Facilitator</xmp:CreatorTool>
<xmp:CreateDate>{moment}</xmp:CreateDate>
{universal}</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""
_NOT_XML = "[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]"
_UNIVERSAL = "<pdfuaid:part>1</pdfuaid:part>\n"


class Metadata:
    """What a file says of itself; `universal` once all that is drawn in it is tagged."""

    def __init__(self, *, title: str, author: str, subject: str, lang: str, moment: int) -> None:
        instant = datetime.fromtimestamp(moment / 1000, UTC).isoformat(timespec="seconds")
        texts = {"title": title, "author": author, "subject": subject, "lang": lang}
        self._said = {key: _escaped(text) for key, text in texts.items()} | {"moment": instant}
        self.universal = False

    def stream(self) -> PDFStream:
        """Return the packet as an object of the file; it is not packed, so that any program can find it."""
        text = _PACKET.format(universal=_UNIVERSAL if self.universal else "", **self._said)
        entries = {"Type": PDFName("Metadata"), "Subtype": PDFName("XML")}
        return PDFStream(PDFDictionary(entries), text.encode(), filters=[])


def _escaped(text: str) -> str:
    """Return a text as XML holds it."""
    clean = text if text.isprintable() else re.sub(_NOT_XML, " ", text)
    return clean.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
