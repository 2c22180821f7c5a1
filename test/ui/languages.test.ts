import { IntlMessageFormat } from "intl-messageformat";
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { Opened } from "../../sim/index.ts";
import { describeMain } from "../../src/host/describeMain.ts";
import { openedOf } from "../../src/host/opened.ts";
import { CATALOGUE } from "../../src/host/shipped.ts";
import { Run, resolve } from "../../sim/index.ts";
import { Declared, GENERIC, declaredWords } from "../../ui/declared/declared.ts";
import page from "../../ui/i18n/en.json";
import concepts from "../../ui/i18n/concepts/en.json";
import glossary from "../../ui/i18n/glossary/en.json";
import lessons from "../../ui/i18n/lessons/en.json";
import problems from "../../ui/i18n/problems/de.json";
import { EQUAL } from "./equalWords.ts";

/** Every language has every word, and each word can be said: what is missing would be English on the page. */

type Words = Readonly<Record<string, string>>;

const FOLDER = fileURLToPath(new URL("../../ui/i18n/", import.meta.url));
const LANGUAGES = ["de", "es", "zh"];

const declared: Words = Object.fromEntries(
  Object.entries(declaredWords(describeMain())).filter(([key]) => !Object.hasOwn(page, key)),
);
/** What is said in English, by the folder that holds its words in other languages. */
const ENGLISH: readonly (readonly [folder: string, words: Words, isMessage: boolean])[] = [
  ["", page, true],
  ["lessons/", lessons, true],
  ["concepts/", concepts, true],
  ["glossary/", glossary, true],
  ["declared/", declared, false],
  ["problems/", Object.fromEntries(Object.keys(problems).map((said) => [said, said])), false],
];

function read(folder: string, language: string): Words {
  return JSON.parse(readFileSync(`${FOLDER}${folder}${language}.json`, "utf8")) as Words;
}

type Ast = ReturnType<IntlMessageFormat["getAst"]>;

/** Kinds of parts of a message, as numbers of the library's own. */
const [LITERAL, SELECT, PLURAL]: readonly number[] = [0, 5, 6];

/** Named places of a message with what kind they are; the options of a select as well, since code asks for them. */
function places(ast: Ast, into = new Set<string>()): Set<string> {
  for (const node of ast) {
    if (!("value" in node) || typeof node.value !== "string" || Number(node.type) === LITERAL) continue;
    if (!("options" in node)) {
      into.add(`${node.value}:${node.type}`);
      continue;
    }
    into.add(
      Number(node.type) === SELECT
        ? `${node.value}:select ${Object.keys(node.options).sort().join()}`
        : `${node.value}:${node.type}`,
    );
    for (const { value } of Object.values(node.options)) places(value, into);
  }
  return into;
}

/** Kinds of counts that a plural names and the language has not, or has and the plural does not name. */
function wrongCounts(ast: Ast, language: string, message: string): string[] {
  const rules = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  return ast.flatMap((node) => {
    if (!("options" in node)) return [];
    const inner = Object.values(node.options).flatMap(({ value }) => wrongCounts(value, language, message));
    if (Number(node.type) !== PLURAL) return inner;
    const named = Object.keys(node.options).filter((option) => !option.startsWith("="));
    const unknown = named.filter((option) => !rules.includes(option as Intl.LDMLPluralRule));
    // Spanish says "de" after a whole million: no count of this product is so large.
    const missing = rules.filter((rule) => rule !== "many" && named.length > 1 && !named.includes(rule));
    return [...inner, ...unknown, ...missing].map((each) => `${message}: ${each}`);
  });
}

/** Whether a text has words at all, once its named places are left out. */
function hasWords(text: string): boolean {
  return /\p{L}{2}/u.test(text.replace(/\{[^{}]*\}/g, ""));
}

function ast(message: string, language: string): Ast {
  return new IntlMessageFormat(message, language, undefined, { ignoreTag: true }).getAst();
}

test("languages have files in every folder, and nothing else lies there", () => {
  const wanted = ENGLISH.flatMap(([folder, , isMessage]) => [
    ...(isMessage ? [`${folder}en.json`] : []),
    ...LANGUAGES.map((language) => `${folder}${language}.json`),
  ]);
  const found = readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".json"));
  expect(found.map((name) => name.replaceAll("\\", "/")).filter((name) => !wanted.includes(name))).toEqual([]);
});

for (const language of LANGUAGES) {
  for (const [folder, english, isMessage] of ENGLISH) {
    describe(`${folder}${language}.json`, () => {
      const own = read(folder, language);

      test("has the keys of English", () => {
        expect(Object.keys(english).filter((key) => !Object.hasOwn(own, key))).toEqual([]);
        expect(Object.keys(own).filter((key) => !Object.hasOwn(english, key))).toEqual([]);
        expect(Object.values(own).filter((text) => text.trim() === "" || text !== text.trimStart())).toEqual([]);
      });

      test("says nothing in English", () => {
        const same = Object.entries(own).filter(([key, text]) => text === english[key] && hasWords(text));
        const allowed = EQUAL[language];
        expect(same.filter(([key, text]) => !allowed(key, text)).map(([key, text]) => `${key}: ${text}`)).toEqual([]);
      });

      test.runIf(isMessage)("has messages that can be read, with the same named places", () => {
        const wrong = Object.entries(own).flatMap(([key, text]) => {
          const read = ast(text, language);
          const [here, there] = [[...places(read)].sort(), [...places(ast(english[key] ?? "", "en"))].sort()];
          const differ = here.join() === there.join() ? [] : [`${key}: ${here.join(" ")} for ${there.join(" ")}`];
          return [...differ, ...wrongCounts(read, language, key)];
        });
        expect(wrong).toEqual([]);
      });
    });
  }
}

test("every choice of a setting has a word", () => {
  const choices = describeMain().parameters.flatMap(({ path, parameter }) =>
    parameter.kind === "choice" ? parameter.options.map((option) => `option.${path}.${option}`) : [],
  );
  expect(choices.length).toBeGreaterThan(0);
  expect(choices.filter((key) => !Object.hasOwn(page, key))).toEqual([]);
});

/** An engine's answers, each word with its key. */
function keyed(): { told: Declared; opened: Opened } {
  const told = new Declared((key, own) => `${key}=${own}`);
  const resolved = resolve("zhejiang", { settings: { "firms.count": 200 } }, CATALOGUE);
  if (!resolved.ok) throw new Error("The scenario cannot be opened.");
  const run = new Run(resolved.value.plan, { measures: false, decisions: false });
  told.descriptions(describeMain());
  return { told, opened: openedOf(resolved.value, run.world as Parameters<typeof openedOf>[1]) };
}

test("a world's title, question, places, trades and projects are known by what they say", () => {
  const { told, opened } = keyed();
  expect(opened.ventures[0].title).toBe(GENERIC);
  const shown = told.opened(opened);
  expect(shown.title).toBe(`scenario.zhejiang.title=${opened.title}`);
  expect(shown.question).toBe(`scenario.zhejiang.question=${opened.question}`);
  expect(shown.about).toBe(`scenario.zhejiang.about=${opened.about}`);
  expect(shown.regions.map(({ name }) => name)).toEqual(opened.regions.map(({ name }) => `place.${name}=${name}`));
  expect(shown.sectors.map(({ name }) => name)).toEqual(opened.sectors.map(({ name }) => `trade.${name}=${name}`));
  const titles = opened.ventures.map(({ id, title }) => `project.${id}=${title}`);
  expect(shown.ventures.map(({ title }) => title)).toEqual(titles);
  expect(shown.x).toBe(opened.x);
});

test("what a document of one's own says stays as it is, and what it takes over is translated", () => {
  const { told, opened } = keyed();
  const own = told.opened({ ...opened, title: "Our valley" });
  expect(own.title).toBe("Our valley");
  expect(own.question).toBe(`scenario.zhejiang.question=${opened.question}`);
});
