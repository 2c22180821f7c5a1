import { TIES, mechanism } from "./world.ts";

/** Every meeting pays both firms, by what the two of them gave. */
export const payoffs = mechanism({
  id: "payoffs",
  title: "Payoffs",
  claim: "Contributing together pays both; contributing alone costs; free riding pays best.",
  source: "Dawes 1980; definition of the reference model",
  reads: ["meetings.tie", "meetings.partner", "meetings.gave", "meetings.got"],
  writes: ["firms.capital"],
  params: {},
  step({ world }) {
    const { firms, meetings } = world.tables;
    const { capital } = firms;
    const { tie, partner, gave, got } = meetings;
    const { joint, alone, freeRide } = world.game;
    /** By what a firm gave (0 or 1), times two, plus what it got. */
    const pay = Float64Array.of(0, freeRide, alone, joint);
    for (let m = 0; m < meetings.count; m++) {
      const i = (tie[m] / TIES) | 0;
      capital[i] = Math.max(0, capital[i] + pay[2 * gave[m] + got[m]]);
    }
    for (let m = 0; m < meetings.count; m++) {
      const j = partner[m];
      capital[j] = Math.max(0, capital[j] + pay[2 * got[m] + gave[m]]);
    }
  },
});
