import { startEngine } from "../../src/host/browserWorker.ts";
import { MONTHS, SEEDS, allHashes, scenarios, settingsOf } from "../golden/worlds.ts";

/** Prints the hashes of the golden worlds, played in the page itself and played by the engine in its worker. */
function print(id: string, text: string): void {
  (document.getElementById(id) as HTMLElement).textContent = text;
}

async function throughWorker(): Promise<string> {
  const { engine, stop } = startEngine();
  let text = "";
  for (const scenario of scenarios()) {
    for (const seed of SEEDS) {
      const opened = await engine.open({ scenario, settings: settingsOf(scenario, seed) });
      if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
      text += `${scenario} ${seed}: ${await engine.hash(MONTHS)}\n`;
    }
  }
  stop();
  return text;
}

print("page", allHashes(true));
print("worker", await throughWorker());
document.title = "done";
