"""Where a package is: `where.py NAME`."""

import importlib.util
import json
import pathlib
import sys

found = importlib.util.find_spec(sys.argv[1])
json.dump({"folder": str(pathlib.Path(found.origin).parent)}, sys.stdout)
