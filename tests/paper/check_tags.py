"""Reads PDFs with another library than the one that wrote them, and checks what PDF/UA-1 asks for.

    check_tags.py FILE.pdf...

It needs Debian's package python3-pikepdf. What it does not check: whether the texts mean something.
"""

import re
import sys

import pikepdf


class Faults(list):
    def expect(self, holds, what):
        if not holds:
            self.append(what)


def kids(element):
    found = element.get("/K")
    if found is None:
        return []
    return list(found) if isinstance(found, pikepdf.Array) else [found]


def elements(element, path=()):
    """All structure elements under one, each with the kinds of those around it."""
    for kid in kids(element):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            kind = str(kid["/S"])[1:]
            yield kid, kind, path
            yield from elements(kid, path + (kind,))


def attributes(element):
    found = element.get("/A")
    if found is None:
        return []
    return list(found) if isinstance(found, pikepdf.Array) else [found]


def check_catalog(pdf, faults):
    root = pdf.Root
    faults.expect(bool(root.get("/MarkInfo", {}).get("/Marked", False)), "is not marked as tagged")
    faults.expect(str(root.get("/Lang", "")) in {"en-GB", "pl-PL"}, f"language {root.get('/Lang')}")
    shown = root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False)
    faults.expect(bool(shown), "does not show its title")
    faults.expect("/Outlines" in root, "has no bookmarks")
    metadata = bytes(root["/Metadata"].read_bytes()).decode()
    faults.expect(re.search(r"pdfuaid:part(>|=\")1", metadata), "does not say that it is PDF/UA-1")
    faults.expect("dc:title" in metadata, "has no title")
    for dated in ("xmp:CreateDate", "xmp:ModifyDate"):
        faults.expect(dated not in metadata, f"has {dated}")


def check_structure(pdf, faults):
    root = pdf.Root.get("/StructTreeRoot")
    faults.expect(root is not None, "has no structure")
    if root is None:
        return
    level, counts = 0, {}
    for element, kind, path in elements(root):
        counts[kind] = counts.get(kind, 0) + 1
        if re.fullmatch(r"H[1-6]", kind):
            own = int(kind[1])
            faults.expect(own <= level + 1, f"heading level {own} after {level}")
            level = own
        elif kind == "Figure":
            faults.expect(str(element.get("/Alt", "")).strip(), "a figure without a text")
        elif kind == "Table":
            below = [(e, k) for e, k, _ in elements(element)]
            heads = [e for e, k in below if k == "TH"]
            faults.expect(heads, "a table without headings")
            for head in heads:
                scopes = [a.get("/Scope") for a in attributes(head) if "/Scope" in a]
                faults.expect(scopes, "a heading of a table without a scope")
        elif kind in {"TD", "TH"}:
            faults.expect(path[-1] == "TR", f"{kind} outside of a row")
        elif kind == "LI":
            faults.expect(path[-1] == "L", "LI outside of a list")
        elif kind == "Link":
            held = [k for k in kids(element) if isinstance(k, pikepdf.Dictionary)]
            faults.expect(any(k.get("/Type") == "/OBJR" for k in held), "a link without its place")
    for wanted in ("H1", "Table", "TH", "TD", "L", "LI", "P", "Link", "Figure"):
        faults.expect(counts.get(wanted), f"has no {wanted}")
    faults.expect("/ParentTree" in root, "has no parent tree")


def check_pages(pdf, faults):
    for number, page in enumerate(pdf.pages, 1):
        faults.expect(page.get("/Tabs") == "/S", f"page {number}: tab order is not that of the structure")
        faults.expect("/StructParents" in page, f"page {number}: is not in the structure")
        for link in page.get("/Annots", []):
            if link.get("/Subtype") != "/Link":
                faults.append(f"page {number}: {link.get('/Subtype')}")
                continue
            faults.expect("/StructParent" in link, f"page {number}: a link outside of the structure")
            faults.expect(str(link.get("/Contents", "")).strip(), f"page {number}: a link without a text")
            action = link.get("/A", {})
            uri = action.get("/URI")
            inside = "/Dest" in link or action.get("/S") == "/GoTo"
            faults.expect(
                inside or re.match(r"https://", str(uri)), f"page {number}: a link to nowhere: {uri}"
            )


def check_fonts(pdf, faults):
    for element in pdf.objects:
        if not isinstance(element, pikepdf.Dictionary) or element.get("/Type") != "/Font":
            continue
        below = element.get("/DescendantFonts", [element])
        for font in below:
            described = font.get("/FontDescriptor", {})
            embedded = any(f"/FontFile{n}" in described for n in ("", "2", "3"))
            faults.expect(embedded, f"{element.get('/BaseFont')} is not embedded")
        if element.get("/Subtype") == "/Type0":
            named = element.get("/BaseFont")
            faults.expect("/ToUnicode" in element, f"{named} can't be read as text")


def main():
    broken = 0
    for path in sys.argv[1:]:
        faults = Faults()
        with pikepdf.open(path) as pdf:
            check_catalog(pdf, faults)
            check_structure(pdf, faults)
            check_pages(pdf, faults)
            check_fonts(pdf, faults)
            print(f"{path}: {len(pdf.pages)} pages, {len(faults)} faults")
        for fault in sorted(set(faults)):
            print(f"    {fault}")
        broken += bool(faults)
    sys.exit(1 if broken or len(sys.argv) < 2 else 0)


if __name__ == "__main__":
    main()
