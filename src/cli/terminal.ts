import { styleText } from "node:util";

/** What a verb needs of the process around it; results go to `out`, everything else to `err`. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  /** Emphasis in results; plain text where the output is no terminal or `NO_COLOR` is set. */
  paint(style: Style, text: string): string;
  /** A line on standard error that is written over and over; nothing where that is no terminal. */
  progress(text: string): void;
}

export type Style = "bold" | "dim" | "red" | "green";

const CLEAR = "\r\u001b[K";

/** The terminal of this process. */
export function terminalOf(stdout: NodeJS.WriteStream, stderr: NodeJS.WriteStream, env: NodeJS.ProcessEnv): Terminal {
  const hasColour = stdout.isTTY === true && (env.NO_COLOR ?? "") === "" && env.TERM !== "dumb";
  let isShown = false;
  const clear = () => {
    if (isShown) stderr.write(CLEAR);
    isShown = false;
  };
  return {
    out(text) {
      clear();
      stdout.write(`${text}\n`);
    },
    err(text) {
      clear();
      stderr.write(`${text}\n`);
    },
    paint: (style, text) => (hasColour ? styleText(style, text, { validateStream: false }) : text),
    progress(text) {
      if (stderr.isTTY !== true) return;
      if (text === "") return clear();
      stderr.write(CLEAR + text.slice(0, (stderr.columns ?? 80) - 1));
      isShown = true;
    },
  };
}

const CELLS = 24;

/** A bar of progress with words before and after. */
export function bar(what: string, done: number, all: number): string {
  const share = all > 0 ? Math.min(1, done / all) : 1;
  const full = Math.round(share * CELLS);
  return `${what} ${"█".repeat(full)}${"░".repeat(CELLS - full)} ${done} of ${all}`;
}
