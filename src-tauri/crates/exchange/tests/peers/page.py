"""Reads pages with html5lib and prints, as JSON, a list a page: what the reader objects to, and what a page of ours
must never hold (scripts, handlers of events, links to what it would load)."""

import json
import sys

import html5lib

LOADING = {"script", "link", "img", "iframe", "object", "embed", "video", "audio", "source", "base"}
reports = []
for name in sys.argv[1:]:
    with open(name, "rb") as file:
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        tree = parser.parse(file.read())
    report = [f"{place}: {code} {details}" for place, code, details in parser.errors]
    seen = set()
    for element in tree.iter():
        if element.tag in LOADING:
            report.append(f"<{element.tag}>")
        report += [f"{key} on <{element.tag}>" for key in element.attrib if key.startswith("on") or key == "style"]
        if "id" in element.attrib:
            if element.attrib["id"] in seen:
                report.append(f"id {element.attrib['id']} twice")
            seen.add(element.attrib["id"])
    reports.append(report)
print(json.dumps(reports))
