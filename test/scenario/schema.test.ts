import { expect, test } from "vitest";
import { calibrationSchemaText, experimentSchemaText, scenarioSchemaText } from "./schemaOf.ts";

/** The published JSON Schemas are those of the forms and the declarations (`vitest -u` writes them anew). */
test.each([
  ["scenario", scenarioSchemaText],
  ["experiment", experimentSchemaText],
  ["calibration", calibrationSchemaText],
])("%s", async (name, text) => {
  await expect(await text()).toMatchFileSnapshot(`../../scenarios/${name}.schema.json`);
});
