"""Reads the files of lessons with libraries that know nothing of Dateline.

    downloads.py document|archive|package FILE...
    downloads.py deck FILE FILE

prints, as JSON, what each file says; of a deck, what is there after one file and then another
have been imported into one collection.
"""

import json
import os
import sys
import tempfile
import xml.etree.ElementTree as tree
import zipfile


def document(path):
    """A document of Word, as python-docx reads it."""
    import docx
    from docx.oxml.ns import qn
    from docx.table import Table
    from docx.text.paragraph import Paragraph

    read = docx.Document(path)
    numbering = read.part.numbering_part.element
    formats, kinds = {}, []
    for one in numbering.findall(qn("w:num")):
        kind = one.find(qn("w:abstractNumId")).get(qn("w:val"))
        kinds.append(kind)
        for abstract in numbering.findall(qn("w:abstractNum")):
            if abstract.get(qn("w:abstractNumId")) == kind:
                formats[one.get(qn("w:numId"))] = abstract.find(qn("w:lvl")).find(qn("w:numFmt")).get(qn("w:val"))

    def paragraph(one):
        number = one._p.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")
        return {
            "style": one.style.name,
            "text": one.text,
            "list": None if number is None else formats[number.get(qn("w:val"))],
            "number": None if number is None else int(number.get(qn("w:val"))),
            "rightToLeft": one._p.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None,
            "links": [[link.text, link.url] for link in one.hyperlinks],
            "italic": [run.text for run in one.runs if run.italic],
            "bold": [run.text for run in one.runs if run.bold or run.style.name == "Letter"],
        }

    def table(one):
        look = lambda row, name: row._tr.find(f"{qn('w:trPr')}/{qn(name)}") is not None
        return {
            "style": one.style.name,
            "rows": [[cell.text for cell in row.cells] for row in one.rows],
            "heads": [look(row, "w:tblHeader") for row in one.rows],
            "whole": all(look(row, "w:cantSplit") for row in one.rows),
        }

    about = read.core_properties
    raw = read.element.xml
    section = read.sections[0]
    return {
        "title": about.title,
        "language": about.language,
        "times": [about.created and str(about.created), about.modified and str(about.modified)],
        "lang": read.styles.element.find(f".//{qn('w:lang')}").get(qn("w:val")),
        "page": [section.page_width.mm, section.page_height.mm],
        "paragraphs": [paragraph(one) for one in read.paragraphs],
        "tables": [table(one) for one in read.tables],
        "order": [
            "table" if isinstance(one, Table) else one.style.name
            for one in read.iter_inner_content()
            if isinstance(one, (Table, Paragraph))
        ],
        # Lists of one kind would be counted as one.
        "kinds": len(kinds) - len(set(kinds)),
        "hidden": [mark for mark in ("w:vanish", "w:comment", "w:ins ", "w:del ", "w:docVar") if mark in raw],
        "held": {
            style.name: bool(style.paragraph_format.keep_with_next)
            for style in read.styles
            if style.name in ("Title", "Heading 1", "Heading 2")
        },
        "foot": section.footer.paragraphs[0].text,
    }


def archive(path):
    with zipfile.ZipFile(path) as read:
        assert read.testzip() is None
        return {
            "names": read.namelist(),
            "times": sorted({str(one.date_time) for one in read.infolist()}),
            "modes": sorted({oct(one.external_attr >> 16) for one in read.infolist()}),
            "systems": sorted({one.create_system for one in read.infolist()}),
        }


QTI = "{http://www.imsglobal.org/xsd/imsqti_v2p1}"
PACKAGE = "{http://www.imsglobal.org/xsd/imscp_v1p1}"
# What may stand in what, of that part of QTI 2.1 that is used: children in their order.
BLOCKS = {"p", "ul", "ol", "blockquote", "pre", "div"}
WORDS = {"span", "em", "strong", "code", "a", "br"}
INTERACTIONS = {"choiceInteraction", "matchInteraction", "orderInteraction", "extendedTextInteraction"}
INSIDE = {
    "itemBody": (BLOCKS | INTERACTIONS | {"rubricBlock"}, False),
    "rubricBlock": (BLOCKS, False),
    "modalFeedback": (BLOCKS | WORDS, True),
    "blockquote": (BLOCKS, False),
    "li": (BLOCKS | WORDS, True),
    "ul": ({"li"}, False),
    "ol": ({"li"}, False),
    "simpleMatchSet": ({"simpleAssociableChoice"}, False),
    "simpleChoice": (BLOCKS | WORDS, True),
    "simpleAssociableChoice": (BLOCKS | WORDS, True),
    "choiceInteraction": ({"prompt", "simpleChoice"}, False),
    "orderInteraction": ({"prompt", "simpleChoice"}, False),
    "matchInteraction": ({"prompt", "simpleMatchSet"}, False),
    "extendedTextInteraction": ({"prompt"}, False),
    **{name: (WORDS, True) for name in ("p", "pre", "span", "em", "strong", "code", "a", "prompt")},
    "br": (set(), False),
}
ORDER = ["responseDeclaration", "outcomeDeclaration", "itemBody", "responseProcessing", "modalFeedback"]


def package(path):
    """A package of QTI 2.1, with what breaks the rules of its parts."""
    wrong = []
    name = lambda element: element.tag.removeprefix(QTI)
    with zipfile.ZipFile(path) as read:
        manifest = tree.fromstring(read.read("imsmanifest.xml"))
        resources = manifest.findall(f"{PACKAGE}resources/{PACKAGE}resource")
        names = [one.get("identifier") for one in resources]
        hrefs = [file.get("href") for one in resources for file in one.findall(f"{PACKAGE}file")]
        if len(set(names)) < len(names):
            wrong.append("two resources of one name")
        if sorted(hrefs + ["imsmanifest.xml"]) != sorted(read.namelist()):
            wrong.append(f"listed: {hrefs}, there: {read.namelist()}")
        test = tree.fromstring(read.read("test.xml"))
        parts = [one.get("href") for one in test.iter(f"{QTI}assessmentItemRef")]
        items = []
        for href in parts:
            item = tree.fromstring(read.read(href))
            for element in item.iter():
                if not element.tag.startswith(QTI):
                    wrong.append(f"{href}: {element.tag}")
                if name(element) in INSIDE:
                    may, text = INSIDE[name(element)]
                    for child in element:
                        if name(child) not in may:
                            wrong.append(f"{href}: {name(child)} in {name(element)}")
                    said = [element.text, *[child.tail for child in element]]
                    if not text and any(one and one.strip() for one in said):
                        wrong.append(f"{href}: text in {name(element)}")
            at = [ORDER.index(name(child)) for child in item]
            if at != sorted(at):
                wrong.append(f"{href}: {[name(child) for child in item]}")
            declared = item.find(f"{QTI}responseDeclaration")
            [asked] = [one for one in item.iter() if name(one) in INTERACTIONS]
            choices = {
                one.get("identifier"): "".join(one.itertext())
                for one in asked.iter()
                if name(one) in ("simpleChoice", "simpleAssociableChoice")
            }
            marked = item.find(f"{QTI}responseProcessing")
            values = declared.findall(f"{QTI}correctResponse/{QTI}value")
            items.append(
                {
                    "identifier": item.get("identifier"),
                    "title": item.get("title"),
                    "language": item.get("{http://www.w3.org/XML/1998/namespace}lang"),
                    "interaction": name(asked),
                    "cardinality": declared.get("cardinality"),
                    "type": declared.get("baseType"),
                    "choices": choices,
                    "sets": [len(one) for one in asked.findall(f"{QTI}simpleMatchSet")],
                    "most": asked.get("maxChoices") or asked.get("maxAssociations"),
                    "correct": [value.text for value in values],
                    "mapped": {
                        one.get("mapKey"): float(one.get("mappedValue"))
                        for one in declared.findall(f"{QTI}mapping/{QTI}mapEntry")
                    },
                    "template": marked is not None and marked.get("template"),
                    "body": "".join(item.find(f"{QTI}itemBody").itertext()),
                    "feedback": "".join("".join(one.itertext()) for one in item.findall(f"{QTI}modalFeedback")),
                    "scorer": ["".join(one.itertext()) for one in item.iter(f"{QTI}rubricBlock")],
                }
            )
        return {"wrong": wrong, "title": test.get("title"), "types": [one.get("type") for one in resources], "items": items}


def deck(paths):
    """What Anki has after these files."""
    from anki.collection import Collection, ImportCsvRequest

    states = []
    with tempfile.TemporaryDirectory() as folder:
        collection = Collection(os.path.join(folder, "collection.anki2"))
        for path in paths:
            metadata = collection.get_csv_metadata(path=path, delimiter=None)
            log = collection.import_csv(ImportCsvRequest(path=path, metadata=metadata)).log
            notes = [collection.get_note(note) for note in sorted(collection.find_notes(""))]
            states.append(
                {
                    "deck": sorted({collection.decks.name(card.did) for note in notes for card in note.cards()}),
                    "notes": [{"id": note.guid, "fields": note.fields, "tags": note.tags} for note in notes],
                    "new": len(log.new),
                    "updated": len(log.updated),
                    "skipped": [len(log.duplicate), len(log.conflicting), len(log.missing_notetype), len(log.empty_first_field)],
                }
            )
        collection.close()
    return states


if sys.argv[1] == "deck":
    json.dump(deck(sys.argv[2:]), sys.stdout)
else:
    read = {"document": document, "archive": archive, "package": package}[sys.argv[1]]
    json.dump([read(path) for path in sys.argv[2:]], sys.stdout)
