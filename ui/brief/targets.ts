/** Measures that a target can be set for: where it starts, and its step. */
export const TARGETS = [
  { id: "networks.alive", start: 12, step: 1, percent: false },
  { id: "networks.aliveAfterExit24", start: 6, step: 1, percent: false },
  { id: "networks.formed", start: 20, step: 1, percent: false },
  { id: "firms.inNetworks.share", start: 0.1, step: 0.01, percent: true },
] as const;
