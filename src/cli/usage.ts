import type { CommanderError } from "commander";
import type { Problem } from "../../sim/index.ts";

/** Words of commander's messages that stand in quotes: the option, argument or command it speaks of. */
const QUOTED = /'([^']+)'/;
const MEANT = /\(Did you mean (?:one of )?([^?]+)\?\)/;

/** A mistake on the command line, as commander tells it, as a problem. */
export function usageProblem(error: CommanderError, verb: string | undefined): Problem {
  const message = error.message.replace(/^error: /, "");
  const what = QUOTED.exec(message)?.[1] ?? message;
  const meant = MEANT.exec(message)?.[1];
  const help = `Run \`distretto ${verb === undefined ? "" : `${verb} `}--help\`.`;
  const mend = meant === undefined ? help : `Did you mean ${meant}?`;
  switch (error.code) {
    case "commander.unknownOption":
      return { path: what, value: "unknown", expected: `an option of distretto ${verb ?? ""}`.trim(), mend };
    case "commander.unknownCommand":
      return { path: "command", value: JSON.stringify(what), expected: "a command of distretto", mend };
    case "commander.missingArgument":
      return { path: what, value: "missing", expected: "an argument", mend };
    case "commander.optionMissingArgument":
      return { path: what, value: "missing", expected: "a value after the option", mend };
    default:
      return { path: "command line", value: message, expected: "right use", mend };
  }
}
