"""Reads feeds, calendars and tables with libraries that know nothing of Dateline.

    read.py feed|calendar|table FILE...

prints, as JSON, a list with what each file says.
"""

import csv
import json
import sys

import feedparser
import icalendar


def feed(path):
    with open(path, "rb") as file:
        read = feedparser.parse(file.read())
    return {
        "bozo": bool(read.bozo) and str(read.bozo_exception),
        "version": read.version,
        "title": read.feed.get("title"),
        "id": read.feed.get("id"),
        "updated": read.feed.get("updated"),
        "language": read.feed.get("language"),
        "links": [[link.rel, link.href] for link in read.feed.get("links", [])],
        "entries": [
            {
                "id": entry.get("id"),
                "title": entry.get("title"),
                "link": entry.get("link"),
                "published": entry.get("published"),
                "updated": entry.get("updated"),
                "parsed": list(entry.updated_parsed[:6]) if entry.get("updated_parsed") else None,
                "tags": [tag.label for tag in entry.get("tags", [])],
                "content": [[part.type, part.value] for part in entry.get("content", [])],
            }
            for entry in read.entries
        ],
    }


def calendar(path):
    with open(path, "rb") as file:
        read = icalendar.Calendar.from_ical(file.read())
    text = lambda value: None if value is None else str(value)
    return {
        "errors": [str(error) for part in read.walk() for error in part.errors],
        "name": text(read.get("NAME")),
        "leftOut": int(read.get("X-DATELINE-LEFT-OUT", 0)),
        "events": [
            {
                "uid": text(event.get("UID")),
                "start": event["DTSTART"].dt.isoformat(),
                "end": event["DTEND"].dt.isoformat() if "DTEND" in event else None,
                "stamp": event["DTSTAMP"].dt.isoformat(),
                "summary": text(event.get("SUMMARY")),
                "status": text(event.get("STATUS")),
                "transparency": text(event.get("TRANSP")),
                "location": text(event.get("LOCATION")),
                "description": text(event.get("DESCRIPTION")),
                "url": text(event.get("URL")),
                "categories": [str(one) for one in event["CATEGORIES"].cats],
            }
            for event in read.walk("VEVENT")
        ],
    }


def table(path):
    # The byte order mark is for spreadsheets; strict: nothing but RFC 4180.
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, strict=True))
    return {"columns": rows[0], "rows": rows[1:]}


read = {"feed": feed, "calendar": calendar, "table": table}[sys.argv[1]]
json.dump([read(path) for path in sys.argv[2:]], sys.stdout)
