import { toJsonSchema } from "@valibot/to-json-schema";
import { format } from "prettier";
import type { Parameter } from "../../sim/kernel/params.ts";
import { distretto } from "../../sim/models/distretto.ts";
import { parametersOf } from "../../sim/scenario/parameters.ts";
import { scenarioSchema } from "../../sim/scenario/schema.ts";

/** What an editor shows and checks for a parameter. */
function settingSchema(parameter: Parameter): object {
  const words = { title: parameter.label, description: `${parameter.doc} Source: ${parameter.source}.` };
  switch (parameter.kind) {
    case "choice":
      return { ...words, enum: parameter.options, default: parameter.start };
    case "flag":
      return { ...words, type: "boolean", default: parameter.start };
    default: {
      const { min, max, unit, start } = parameter;
      const type = parameter.kind;
      return {
        ...words,
        description: `${words.description} Unit: ${unit}.`,
        type,
        minimum: min,
        maximum: max,
        default: start,
      };
    }
  }
}

/** The JSON Schema of scenario documents for editors, from the form and the declarations of the main model. */
export async function schemaOf(): Promise<string> {
  // Checks that a schema cannot say, such as reserved names, stay with `distretto check`.
  const schema = toJsonSchema(scenarioSchema, { errorMode: "ignore", target: "draft-2020-12" }) as {
    properties: Record<string, object>;
  };
  const settings = Object.fromEntries(
    [...parametersOf(distretto)].map(([path, { parameter }]) => [path, settingSchema(parameter)]),
  );
  const whole = {
    ...schema,
    title: "Distretto scenario",
    properties: { ...schema.properties, settings: { ...schema.properties.settings, properties: settings } },
  };
  return format(JSON.stringify(whole), { parser: "json", printWidth: 120 });
}
