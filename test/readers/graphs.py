"""python3 graphs.py FOLDER: what networkx makes of the graph files of a world, and what stands in them, as JSON."""
import csv
import json
import sys

import networkx

folder = sys.argv[1]


def facts(graph):
    """Names of firms, pairs that are tied, and what each of them carries."""
    return {
        "nodes": {str(node): values for node, values in graph.nodes(data=True)},
        "edges": sorted([*sorted(map(str, pair)), values] for *pair, values in graph.edges(data=True)),
        "clustering": networkx.average_clustering(graph),
    }


with open(f"{folder}/world.csv", newline="", encoding="utf-8") as file:
    rows = list(csv.DictReader(file))
table = networkx.Graph()
for row in rows:
    table.add_edge(row.pop("source"), row.pop("target"), **row)

json.dump(
    {
        "networkx": networkx.__version__,
        "graphml": facts(networkx.read_graphml(f"{folder}/world.graphml")),
        "gexf": facts(networkx.read_gexf(f"{folder}/world.gexf")),
        "csv": {"rows": len(rows), "edges": sorted(sorted(pair) for pair in table.edges)},
    },
    sys.stdout,
)
