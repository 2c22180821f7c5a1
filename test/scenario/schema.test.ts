import { expect, test } from "vitest";
import { schemaOf } from "./schemaOf.ts";

test("the published JSON Schema is that of the form and the declarations (vitest -u writes it anew)", async () => {
  await expect(await schemaOf()).toMatchFileSnapshot("../../scenarios/scenario.schema.json");
});
