"""python3 examples/runs.py sweep: networks formed with brokers and without, on the same seeds."""
import csv, statistics, sys

with open(f"{sys.argv[1]}/results/runs.csv", newline="", encoding="utf-8") as file:
    runs = [run for run in csv.DictReader(file) if run["status"] == "ok"]
formed = {(run["region.trust"], run["brokers.count"], run["seed"]): float(run["networks.formed"]) for run in runs}
for trust in sorted({key[0] for key in formed}, key=float):
    pairs = [formed[trust, "8", seed] - formed[trust, "0", seed] for (level, count, seed) in formed if (level, count) == (trust, "8")]
    print(f"trust {trust}: {statistics.mean(pairs):.2f} more networks with brokers ({len(pairs)} pairs of worlds)")
