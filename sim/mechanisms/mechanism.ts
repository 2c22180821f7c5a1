import type { Mechanism } from "../kernel/mechanism.ts";
import type { Parameters } from "../kernel/params.ts";
import type { World } from "../world/world.ts";

/** Declares a mechanism of the model: one social process, with its claim, its source and what it reads and writes. */
export function mechanism<const P extends Parameters>(declared: Mechanism<World, P>): Mechanism<World, P> {
  return declared;
}
