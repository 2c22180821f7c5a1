import type { Mechanism } from "../kernel/mechanism.ts";
import type { World } from "../world/world.ts";
import { agreements } from "./agreements.ts";
import { assistance } from "./assistance.ts";
import { agglomeration } from "./agglomeration.ts";
import { brokerLearning } from "./brokerLearning.ts";
import { knowledge } from "./knowledge.ts";
import { training } from "./training.ts";
import { unit } from "./unit.ts";
import { autonomy } from "./autonomy.ts";
import { beliefs } from "./beliefs.ts";
import { brand } from "./brand.ts";
import { brokers } from "./brokers.ts";
import { committee } from "./committee.ts";
import { certificates } from "./certificates.ts";
import { clusterManagement } from "./clusterManagement.ts";
import { conditions } from "./conditions.ts";
import { contribution } from "./contribution.ts";
import { courses } from "./courses.ts";
import { credit } from "./credit.ts";
import { demand } from "./demand.ts";
import { dissolution } from "./dissolution.ts";
import { dormancy } from "./dormancy.ts";
import { encounters } from "./encounters.ts";
import { entry } from "./entry.ts";
import { exit } from "./exit.ts";
import { exports } from "./exports.ts";
import { expulsion } from "./expulsion.ts";
import { feedback } from "./feedback.ts";
import { fees } from "./fees.ts";
import { government } from "./government.ts";
import { grants } from "./grants.ts";
import { infrastructure } from "./infrastructure.ts";
import { inputs } from "./inputs.ts";
import { foreignShocks } from "./foreignShocks.ts";
import { informationCentre } from "./informationCentre.ts";
import { intermediaries } from "./intermediaries.ts";
import { joining } from "./joining.ts";
import { leaders } from "./leaders.ts";
import { leadFirms } from "./leadFirms.ts";
import { leaving } from "./leaving.ts";
import { legalStatus } from "./legalStatus.ts";
import { managers } from "./managers.ts";
import { orders } from "./orders.ts";
import { listing } from "./listing.ts";
import { partnerships } from "./partnerships.ts";
import { performance } from "./performance.ts";
import { phases } from "./phases.ts";
import { projectResults } from "./projectResults.ts";
import { recruiting } from "./recruiting.ts";
import { reputation } from "./reputation.ts";
import { restructuring } from "./restructuring.ts";
import { researchInstitutes } from "./researchInstitutes.ts";
import { rewards } from "./rewards.ts";
import { sanctions } from "./sanctions.ts";
import { search } from "./search.ts";
import { serviceCentres } from "./serviceCentres.ts";
import { supply } from "./supply.ts";
import { trust } from "./trust.ts";
import { upgrading } from "./upgrading.ts";
import { workingCapital } from "./workingCapital.ts";

/** The order of a month. */
export const SCHEDULE: readonly Mechanism<World>[] = [
  conditions,
  informationCentre,
  intermediaries,
  partnerships,
  rewards,
  brand,
  clusterManagement,
  researchInstitutes,
  certificates,
  listing,
  entry,
  demand,
  grants,
  encounters,
  courses,
  search,
  government,
  unit,
  brokers,
  training,
  brokerLearning,
  leadFirms,
  fees,
  managers,
  joining,
  recruiting,
  agreements,
  legalStatus,
  contribution,
  sanctions,
  inputs,
  orders,
  projectResults,
  restructuring,
  trust,
  reputation,
  beliefs,
  leaders,
  knowledge,
  autonomy,
  feedback,
  phases,
  expulsion,
  leaving,
  dormancy,
  dissolution,
  assistance,
  agglomeration,
  supply,
  workingCapital,
  performance,
  exit,
  upgrading,
  credit,
  serviceCentres,
  committee,
  infrastructure,
  exports,
  foreignShocks,
];
