import { SCHEDULE } from "../mechanisms/index.ts";
import type { MainMemory } from "../observe/index.ts";
import { MEASURES, note, remember } from "../observe/index.ts";
import { CATALOGUE_OF_PROJECTS } from "../world/catalogue.ts";
import { adapt, govern } from "../world/change.ts";
import type { Rules } from "../world/rules.ts";
import { WORLD_GROUPS } from "../world/rules.ts";
import { makeWorld } from "../world/setup.ts";
import type { World } from "../world/world.ts";
import type { Model } from "./model.ts";

/** Version of the model: raised whenever results change. */
export const MODEL_VERSION = "1.1.0";

/** The model: firms, ties, networks, brokers, regions, and the month in which they act. */
export const distretto: Model<World, MainMemory> = {
  id: "distretto",
  title: "Distretto",
  groups: WORLD_GROUPS,
  projects: CATALOGUE_OF_PROJECTS,
  schedule: SCHEDULE,
  setUp: ({ settings, ...beginning }) => makeWorld({ ...beginning, rules: settings as unknown as Rules }),
  govern: (world, settings) => govern(world, settings as unknown as Rules),
  adapt: (world, before, now) => adapt(world, before as unknown as Rules, now as unknown as Rules),
  remember,
  note,
  measures: MEASURES,
};
