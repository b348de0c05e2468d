"""Pages that show events with other tools, for a browser to load."""

import json
import shutil
import subprocess

TIMELINEJS = """\
<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>TimelineJS</title><link rel="stylesheet" href="../timelinejs/css/timeline.css"></head>
<body style="margin: 0"><div id="timeline" style="width: 100%; height: 100vh"></div>
<script src="../timelinejs/js/timeline.js"></script><script src="data.js"></script>
<script>new TL.Timeline('timeline', data, { font: null });</script></body></html>
"""

VIS = """\
<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>vis-timeline</title><link rel="stylesheet" href="../vis/vis-timeline-graph2d.min.css"></head>
<body style="margin: 0"><div id="timeline"></div>
<script src="../vis/vis-timeline-graph2d.min.js"></script><script src="data.js"></script>
<script>new vis.Timeline(document.getElementById('timeline'), new vis.DataSet(data), { height: '100vh' });</script></body></html>
"""


def install(root, target):
    """Installs what the pages and the browser need; gives the folder of vis-timeline."""
    checkers = root / "tests/checkers"
    if not (checkers / "node_modules/playwright-core").exists():
        subprocess.run(["npm", "ci", "--silent"], cwd=checkers, check=True)
    home = target / "compare-npm"
    if not (home / "node_modules/vis-timeline").exists():
        home.mkdir(parents=True, exist_ok=True)
        subprocess.run(["npm", "install", "--silent", "--prefix", home, "vis-timeline@8.5.4"], check=True)
    return home / "node_modules/vis-timeline"


def timelinejs(root, program, events, folder):
    """A page with all events of a folder in TimelineJS."""
    package = root / "tests/checkers/node_modules/@knight-lab/timelinejs"
    shutil.copytree(package / "dist", folder / "timelinejs")
    page = folder / "with-timelinejs"
    page.mkdir()
    data = page / "data.json"
    subprocess.run([program, "export", "--quiet", "--to", "timelinejs", "--dir", events, data], check=True, stderr=subprocess.DEVNULL)
    (page / "data.js").write_text(f"var data = {data.read_text()};\n")
    (page / "index.html").write_text(TIMELINEJS)
    return json.loads((package / "package.json").read_text())["version"]


def vis(package, program, events, folder):
    """A page with all events of a folder, their titles alone, in vis-timeline."""
    (folder / "vis").mkdir()
    for path in ["standalone/umd/vis-timeline-graph2d.min.js", "styles/vis-timeline-graph2d.min.css"]:
        shutil.copy(package / path, folder / "vis")
    page = folder / "with-vis"
    page.mkdir()
    lines = page / "data.jsonl"
    subprocess.run([program, "export", "--quiet", "--to", "jsonl", "--dir", events, lines], check=True, stderr=subprocess.DEVNULL)
    items = []
    for line in lines.read_text().splitlines():
        event = json.loads(line)
        day = event["when"]["earliest"] or event["when"]["latest"]
        if day:
            items.append({"id": event["id"], "content": event["title"], "start": day})
    (page / "data.js").write_text(f"var data = {json.dumps(items)};\n")
    (page / "index.html").write_text(VIS)
    return json.loads((package / "package.json").read_text())["version"]
