import { toJsonSchema } from "@valibot/to-json-schema";
import { format } from "prettier";
import { calibrationForm } from "../../sim/experiment/calibration/form.ts";
import { experimentForm } from "../../sim/experiment/form.ts";
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

/**
 * The JSON Schema of a form for editors, with what the main model declares of its settings. Checks that a schema cannot
 * say, such as reserved names, stay with `distretto check`.
 */
async function schemaOf(form: Parameters<typeof toJsonSchema>[0], title: string): Promise<string> {
  const schema = toJsonSchema(form, { errorMode: "ignore", target: "draft-2020-12" }) as {
    properties: Record<string, object>;
  };
  const settings = Object.fromEntries(
    [...parametersOf(distretto)].map(([path, { parameter }]) => [path, settingSchema(parameter)]),
  );
  const whole = {
    ...schema,
    title,
    properties: { ...schema.properties, settings: { ...schema.properties.settings, properties: settings } },
  };
  return format(JSON.stringify(whole), { parser: "json", printWidth: 120 });
}

export function scenarioSchemaText(): Promise<string> {
  return schemaOf(scenarioSchema, "Distretto scenario");
}

export function experimentSchemaText(): Promise<string> {
  return schemaOf(experimentForm, "Distretto experiment");
}

export function calibrationSchemaText(): Promise<string> {
  return schemaOf(calibrationForm, "Distretto calibration");
}
