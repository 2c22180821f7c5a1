import type { Parameters, Values } from "../kernel/params.ts";
import { brokers } from "./parameters/brokers.ts";
import { firms } from "./parameters/firms.ts";
import { inputs } from "./parameters/inputs.ts";
import { joining } from "./parameters/joining.ts";
import { leadFirms } from "./parameters/leadFirms.ts";
import { openness } from "./parameters/openness.ts";
import { orders } from "./parameters/orders.ts";
import { phases } from "./parameters/phases.ts";
import { projects } from "./parameters/projects.ts";
import { region } from "./parameters/region.ts";
import { reporting } from "./parameters/reporting.ts";
import { sanctions } from "./parameters/sanctions.ts";
import { search } from "./parameters/search.ts";
import { shocks } from "./parameters/shocks.ts";
import { trust } from "./parameters/trust.ts";

/**
 * The parameters that several mechanisms share: what a place is like, what a project gives and costs, and how the
 * programme is set. A mechanism's own parameters stand in its own file.
 */
export const WORLD_GROUPS = [
  firms,
  region,
  trust,
  search,
  joining,
  projects,
  inputs,
  orders,
  sanctions,
  brokers,
  leadFirms,
  phases,
  shocks,
  openness,
  reporting,
] as const;

type ParamsOf<I extends string> = Extract<(typeof WORLD_GROUPS)[number], { id: I }>["params"];

/** The resolved shared parameters, as every world carries them. */
export type Rules = {
  readonly [I in (typeof WORLD_GROUPS)[number]["id"]]: ParamsOf<I> extends Parameters ? Values<ParamsOf<I>> : never;
};
