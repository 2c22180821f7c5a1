/** Levels of lists and objects that a document may have. What is deeper than any scenario cannot even be handed to a worker. */
const DEEPEST = 40;

/** Whether a JSON text is nested too deeply; seen before it is parsed, and without going down into it. */
export function isTooDeep(json: string): boolean {
  let depth = 0;
  let isText = false;
  for (let at = 0; at < json.length; at++) {
    const sign = json[at];
    if (isText) {
      if (sign === "\\") at += 1;
      else if (sign === '"') isText = false;
    } else if (sign === '"') isText = true;
    else if (sign === "{" || sign === "[") {
      depth += 1;
      if (depth > DEEPEST) return true;
    } else if (sign === "}" || sign === "]") depth -= 1;
  }
  return false;
}
