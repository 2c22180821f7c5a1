/** Does one more broker pay? The same twenty worlds with eight brokers and with nine. */
import { compare, openScenario } from "distretto";

const world = openScenario("honduras", { seed: "7" });
for (const month of [12, 36, 66, 120]) {
  world.playTo(month);
  console.log(`month ${month}: ${world.measure("networks.alive")} networks run`);
}

const { differences } = await compare(["honduras:brokers.count=9", "honduras"], { replicates: 20, seed: "7" });
const { mean, low, high } = differences[0].measures["networks.aliveAfterExit24"];
console.log(`a ninth broker: ${mean} more networks run two years after (95 %: ${low} to ${high})`);
