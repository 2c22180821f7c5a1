import developingStart from "../../scenarios/developing-start.json" with { type: "json" };
import emasim from "../../scenarios/emasim.json" with { type: "json" };
import honduras from "../../scenarios/honduras.json" with { type: "json" };
import italianDistrict from "../../scenarios/italian-district.json" with { type: "json" };
import jamaica from "../../scenarios/jamaica.json" with { type: "json" };
import mexico from "../../scenarios/mexico.json" with { type: "json" };
import nicaragua from "../../scenarios/nicaragua.json" with { type: "json" };
import profo from "../../scenarios/profo.json" with { type: "json" };
import { MODELS, catalogueOf } from "../../sim/index.ts";

/** The models and the scenarios that come with the product, in the order in which they are offered. */
export const CATALOGUE = catalogueOf(MODELS, [
  honduras,
  italianDistrict,
  developingStart,
  emasim,
  nicaragua,
  mexico,
  jamaica,
  profo,
]);
