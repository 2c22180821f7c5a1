/** Every sign on the stage that the key counts and lets through. */
export type Sign =
  | "contributes"
  | "freeRides"
  | "idle"
  | "low"
  | "middle"
  | "high"
  | "betrayed"
  | "forming"
  | "pilot"
  | "strategic"
  | "selfManaged"
  | "dormant"
  | "atWork"
  | "left"
  | "running"
  | "refused"
  | "buyers"
  | "abroad";

const FIRMS: readonly (Sign | null)[] = [null, "idle", "contributes", "freeRides"];
const TRUST: readonly Sign[] = ["low", "middle", "high", "betrayed"];
const PHASES: readonly Sign[] = ["forming", "pilot", "strategic", "selfManaged", "dormant"];
const BROKERS: readonly Sign[] = ["atWork", "left"];
const PROJECTS: readonly Sign[] = ["running", "refused"];
const OUTSIDE: readonly Sign[] = ["buyers", "abroad"];

/** What is let through: in each group of the key the chosen signs, or all where none of the group is chosen. */
export interface Sieve {
  /** By conduct. */
  readonly firm: (conduct: number) => boolean;
  /** By step of trust; a betrayed tie also passes as betrayed. */
  readonly tie: (step: number, betrayed: boolean) => boolean;
  readonly phase: (phase: number) => boolean;
  readonly broker: (isAtWork: boolean) => boolean;
  /** By whether its project runs. */
  readonly network: (isRunning: boolean) => boolean;
  /** Flags, and what came to nothing. */
  readonly running: boolean;
  readonly refused: boolean;
  readonly buyers: boolean;
  readonly ports: boolean;
}

export function sieveOf(signs: readonly Sign[]): Sieve {
  const chosen = new Set(signs);
  const lets = (group: readonly (Sign | null)[]): ((sign: Sign | null | undefined) => boolean) => {
    const isOpen = !group.some((sign) => sign !== null && chosen.has(sign));
    return (sign) => isOpen || (sign !== null && sign !== undefined && chosen.has(sign));
  };
  const firm = lets(FIRMS);
  const tie = lets(TRUST);
  const phase = lets(PHASES);
  const broker = lets(BROKERS);
  const project = lets(PROJECTS);
  const outside = lets(OUTSIDE);
  return {
    firm: (conduct) => firm(FIRMS[conduct]),
    tie: (step, betrayed) => tie(TRUST[step]) || (betrayed && chosen.has("betrayed")),
    phase: (code) => phase(PHASES[code]),
    broker: (isAtWork) => broker(isAtWork ? "atWork" : "left"),
    network: (isRunning) => isRunning || !chosen.has("running"),
    running: project("running"),
    refused: project("refused"),
    buyers: outside("buyers"),
    ports: outside("abroad"),
  };
}
