"""python3 tables.py FILE...: what Python's csv reads of tables, as JSON: their columns, and their rows as texts."""
import csv
import json
import sys

found = {}
for path in sys.argv[1:]:
    with open(path, newline="", encoding="utf-8") as file:
        columns, *rows = csv.reader(file, strict=True)
        found[path] = {"columns": columns, "rows": rows}
json.dump(found, sys.stdout)
