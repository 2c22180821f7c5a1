import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Refusal } from "../../sim/index.ts";
import { LESSON_TEMPLATE, lessonFile, lessonFileName } from "../formats/lessonFile.ts";
import { checkOut, writeWhole } from "./outFile.ts";
import type { Surroundings, Verb } from "./verb.ts";
import { examples } from "./verb.ts";

const files = import.meta.glob("../../scenarios/lessons/*.json");
const languages = import.meta.glob("../../ui/i18n/lessons/*.json");

interface LessonOptions {
  readonly out?: string;
  readonly language: string;
  readonly force?: boolean;
}

function namesOf(found: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(found)
    .map((path) => path.replace(/^.*\//, "").replace(/\.json$/, ""))
    .sort();
}

function known(path: string, value: string, names: readonly string[]): void {
  if (names.includes(value)) return;
  throw new Refusal([{ path, value, expected: names.join(", "), mend: "Choose one of these." }]);
}

function lesson(name: string, options: LessonOptions, { terminal, page }: Surroundings): void {
  const { language, force = false, out = lessonFileName(name) } = options;
  known("lesson", name, namesOf(files));
  known("--language", language, namesOf(languages));
  checkOut(out, [".html"], force);
  const template = fileURLToPath(new URL(LESSON_TEMPLATE, page));
  if (!existsSync(template)) throw new Error("The page is not built yet. Run `npm run build:page`.");
  writeWhole(out, lessonFile(readFileSync(template, "utf8"), name, language), force);
  terminal.err(`${out} written: open it in a browser; it needs no network.`);
}

/** `lesson`: one lesson as a file that is opened from a disk. */
export const lessonVerb: Verb = (program, surroundings) => {
  program
    .command("lesson")
    .summary("write a lesson as one HTML file")
    .description(
      "Writes a lesson as one HTML file with the engine inside: it opens from a disk, a stick or a mail, without network.",
    )
    .argument("<lesson>", "name of a lesson, such as free-lunch")
    .option("--out <file>", "file to write; distretto-LESSON.html where it is left out")
    .option("--language <tag>", "language in which it is first read", "en")
    .option("--force", "replace the file where it exists")
    .addHelpText(
      "after",
      examples("distretto lesson free-lunch", "distretto lesson dose-and-order --language es --out dosis.html"),
    )
    .action((name: string, options: LessonOptions) => lesson(name, options, surroundings));
};
