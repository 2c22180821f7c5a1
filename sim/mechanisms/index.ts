import type { Mechanism } from "../kernel/mechanism.ts";
import type { World } from "../world/world.ts";
import { agreements } from "./agreements.ts";
import { assistance } from "./assistance.ts";
import { autonomy } from "./autonomy.ts";
import { beliefs } from "./beliefs.ts";
import { brokers } from "./brokers.ts";
import { contribution } from "./contribution.ts";
import { demand } from "./demand.ts";
import { dissolution } from "./dissolution.ts";
import { dormancy } from "./dormancy.ts";
import { encounters } from "./encounters.ts";
import { entry } from "./entry.ts";
import { exit } from "./exit.ts";
import { expulsion } from "./expulsion.ts";
import { fees } from "./fees.ts";
import { inputs } from "./inputs.ts";
import { joining } from "./joining.ts";
import { leaving } from "./leaving.ts";
import { legalStatus } from "./legalStatus.ts";
import { orders } from "./orders.ts";
import { performance } from "./performance.ts";
import { phases } from "./phases.ts";
import { projectResults } from "./projectResults.ts";
import { recruiting } from "./recruiting.ts";
import { reputation } from "./reputation.ts";
import { sanctions } from "./sanctions.ts";
import { search } from "./search.ts";
import { trust } from "./trust.ts";
import { upgrading } from "./upgrading.ts";

/** The order of a month. */
export const SCHEDULE: readonly Mechanism<World>[] = [
  entry,
  demand,
  encounters,
  search,
  brokers,
  fees,
  joining,
  recruiting,
  agreements,
  legalStatus,
  contribution,
  sanctions,
  inputs,
  orders,
  projectResults,
  trust,
  reputation,
  beliefs,
  autonomy,
  phases,
  expulsion,
  leaving,
  dormancy,
  dissolution,
  assistance,
  performance,
  exit,
  upgrading,
];
