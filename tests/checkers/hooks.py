"""The hooks of this repository, as pre-commit reads them: `hooks.py FILE`."""

import json
import sys

from pre_commit.clientlib import load_manifest

json.dump(load_manifest(sys.argv[1]), sys.stdout)
