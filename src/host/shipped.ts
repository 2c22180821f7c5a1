import badenWuerttemberg from "../../scenarios/baden-wuerttemberg.json" with { type: "json" };
import developingStart from "../../scenarios/developing-start.json" with { type: "json" };
import emasim from "../../scenarios/emasim.json" with { type: "json" };
import honduras from "../../scenarios/honduras.json" with { type: "json" };
import italianDistrict from "../../scenarios/italian-district.json" with { type: "json" };
import linyi from "../../scenarios/linyi.json" with { type: "json" };
import dyadicTrust from "../../scenarios/reference/dyadic-trust.json" with { type: "json" };
import nowakMay from "../../scenarios/reference/nowak-may.json" with { type: "json" };
import publicGoods from "../../scenarios/reference/public-goods.json" with { type: "json" };
import teamAssembly from "../../scenarios/reference/team-assembly.json" with { type: "json" };
import jamaica from "../../scenarios/jamaica.json" with { type: "json" };
import mexico from "../../scenarios/mexico.json" with { type: "json" };
import nicaragua from "../../scenarios/nicaragua.json" with { type: "json" };
import profo from "../../scenarios/profo.json" with { type: "json" };
import zhejiang from "../../scenarios/zhejiang.json" with { type: "json" };
import zhongguancun from "../../scenarios/zhongguancun.json" with { type: "json" };
import { MODELS, catalogueOf } from "../../sim/index.ts";

/** The models and the scenarios that come with the product, in the order in which they are offered. */
export const CATALOGUE = catalogueOf(MODELS, [
  honduras,
  italianDistrict,
  developingStart,
  zhejiang,
  zhongguancun,
  badenWuerttemberg,
  linyi,
  dyadicTrust,
  nowakMay,
  teamAssembly,
  publicGoods,
  emasim,
  nicaragua,
  mexico,
  jamaica,
  profo,
]);
