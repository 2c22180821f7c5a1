import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";

/** The house is as house rules say: arrows between folders point down, no circles, and `sim/` is pure. */

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** Folders and files that make a floor, the lowest first, and the floors each may look down to. */
const FLOORS: readonly (readonly [name: string, path: string, sees: readonly string[]])[] = [
  ["kernel", "sim/kernel/", []],
  ["world", "sim/world/", ["kernel"]],
  ["mechanisms", "sim/mechanisms/", ["kernel", "world"]],
  ["contract", "sim/contract.ts", ["kernel", "world"]],
  ["contract", "sim/contract/", ["kernel", "world"]],
  ["observe", "sim/observe/", ["kernel", "world", "contract"]],
  ["models", "sim/models/", ["kernel", "world", "mechanisms", "observe"]],
  ["run", "sim/run.ts", ["kernel", "world", "observe", "models"]],
  ["scenario", "sim/scenario/", ["kernel", "world", "contract", "observe", "models", "run"]],
  ["experiment", "sim/experiment/", ["kernel", "world", "contract", "observe", "models", "run", "scenario"]],
  ["sim", "sim/index.ts", ["kernel", "world", "contract", "observe", "models", "run", "scenario", "experiment"]],
  ["lessons", "scenarios/lessons/", []],
  ["lessons", "scenarios/evidence/lessons.json", []],
  ["lessons", "scenarios/evidence/outcomes.json", []],
  ["lessons", "scenarios/glossary.json", []],
  ["lessons", "scenarios/concepts.json", []],
  ["data", "scenarios/", []],
  ["package", "package.json", []],
  ["lock", "src/lockDown.ts", []],
  ["formats", "src/formats/", ["contract"]],
  ["host", "src/host/", ["lock", "sim", "contract", "formats", "data", "package"]],
  ["folder", "src/experiment/", ["sim", "contract", "formats", "host", "package"]],
  ["slurm", "src/slurm/", ["folder"]],
  ["bench", "src/bench/", ["sim", "contract", "host", "folder", "data", "package"]],
  ["words", "ui/i18n/", []],
  ["declared", "ui/declared/", ["contract"]],
  ["charts", "ui/charts/", ["contract"]],
  ["brief", "ui/brief/", ["contract", "charts", "words", "declared"]],
  ["ui", "ui/", ["lock", "contract", "formats", "charts", "words", "declared", "brief", "lessons"]],
  [
    "cli",
    "src/cli/",
    [
      "sim",
      "contract",
      "formats",
      "host",
      "folder",
      "slurm",
      "bench",
      "charts",
      "words",
      "declared",
      "brief",
      "data",
      "package",
    ],
  ],
  ["entry", "src/", ["lock", "sim", "contract", "host", "bench", "cli", "ui", "words", "data", "package"]],
];

/** What `ui/` and `sim/contract.ts` may be seen for: types alone. */
const TYPES_ONLY: readonly (readonly [from: string, to: string])[] = [
  ["ui", "contract"],
  ["charts", "contract"],
  ["formats", "contract"],
  ["brief", "contract"],
  ["declared", "contract"],
  ["observe", "contract"],
  ["contract", "kernel"],
  ["contract", "world"],
];

/** Math that is not the same to the last bit in every engine, and the one that is not repeatable. */
const INEXACT = new Set(
  "random exp expm1 log log2 log10 log1p pow sin cos tan sinh cosh tanh asin acos atan atan2 asinh acosh atanh hypot cbrt".split(
    " ",
  ),
);

/** Globals of the language that look at a clock or a place; those of machines and pages do not compile in `sim/`. */
const WORLDLY = new Set(["Date", "Intl", "globalThis"]);

function filesIn(folder: string): string[] {
  const path = join(ROOT, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith(".d.ts"))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
}

interface Import {
  readonly to: string;
  readonly isType: boolean;
}

interface Source {
  readonly path: string;
  readonly tree: ts.SourceFile;
  /** Files of the house it imports, by path from the root. */
  readonly imports: readonly Import[];
  /** Packages it imports. */
  readonly packages: readonly string[];
}

/** Whether nothing of an import or export is left at run time. */
function isTypeOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  return node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
}

function read(path: string): Source {
  const tree = ts.createSourceFile(path, readFileSync(join(ROOT, path), "utf8"), ts.ScriptTarget.Latest, true);
  const found: { name: string; isType: boolean }[] = [];
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
      if (ts.isStringLiteral(node.moduleSpecifier))
        found.push({ name: node.moduleSpecifier.text, isType: isTypeOnly(node) });
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [name] = node.arguments;
      if (name && ts.isStringLiteral(name)) found.push({ name: name.text, isType: false });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  const isOurs = ({ name }: { name: string }) => name.startsWith(".");
  return {
    path,
    tree,
    imports: found.filter(isOurs).map(({ name, isType }) => ({
      to: relative(ROOT, resolve(ROOT, dirname(path), name.replace(/\?.*$/, ""))).replaceAll("\\", "/"),
      isType,
    })),
    packages: found.filter((each) => !isOurs(each)).map(({ name }) => name),
  };
}

const sources = ["sim", "src", "ui"].flatMap(filesIn).map(read);
const science = sources.filter(({ path }) => path.startsWith("sim/"));

/** The floor of a file: the longest path that it begins with. */
function floorOf(path: string): string | undefined {
  const fitting = FLOORS.filter(([, begin]) => path === begin || (begin.endsWith("/") && path.startsWith(begin)));
  return fitting.sort((a, b) => b[1].length - a[1].length)[0]?.[0];
}

test("there is a house to look at, and every file has a floor", () => {
  expect(science.length).toBeGreaterThan(40);
  expect(sources.filter(({ path }) => floorOf(path) === undefined).map(({ path }) => path)).toEqual([]);
});

test("arrows between floors point down", () => {
  const wrong = sources.flatMap(({ path, imports }) => {
    const floor = floorOf(path);
    const sees = FLOORS.find(([name]) => name === floor)?.[2] ?? [];
    return imports
      .filter(({ to }) => /\.(?:ts|tsx|json)$/.test(to))
      .filter(({ to, isType }) => {
        const other = floorOf(to);
        if (other === floor) return false;
        if (other === undefined || !sees.includes(other)) return true;
        return !isType && TYPES_ONLY.some(([from, seen]) => from === floor && seen === other);
      })
      .map(({ to }) => `${path} -> ${to}`);
  });
  expect(wrong).toEqual([]);
});

test("mechanisms never import each other", () => {
  const shared = new Set(["sim/mechanisms/mechanism.ts", "sim/mechanisms/institution.ts"]);
  const wrong = sources
    .filter(({ path }) => path.startsWith("sim/mechanisms/") && !path.endsWith("/index.ts"))
    .flatMap(({ path, imports }) =>
      imports
        .filter(({ to }) => to.startsWith("sim/mechanisms/") && !shared.has(to))
        .map(({ to }) => `${path} -> ${to}`),
    );
  expect(wrong).toEqual([]);
});

test("there are no circles among files at run time", () => {
  const edges = new Map(
    sources.map(({ path, imports }) => [path, imports.filter(({ isType }) => !isType).map(({ to }) => to)]),
  );
  const state = new Map<string, "open" | "done">();
  const circles: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (state.get(path) === "done") return;
    if (state.get(path) === "open") {
      circles.push([...trail.slice(trail.indexOf(path)), path].join(" -> "));
      return;
    }
    state.set(path, "open");
    for (const to of edges.get(path) ?? []) visit(to, [...trail, path]);
    state.set(path, "done");
  };
  for (const path of edges.keys()) visit(path, []);
  expect(circles).toEqual([]);
});

/** Uses of what `sim/` may not use, as "line: text". */
function impurities(tree: ts.SourceFile): string[] {
  const found: string[] = [];
  const note = (node: ts.Node) => {
    const { line } = tree.getLineAndCharacterOfPosition(node.getStart());
    found.push(`${tree.fileName}:${line + 1}: ${node.getText().slice(0, 60)}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === "Math") {
      if (INEXACT.has(node.name.text)) note(node);
    } else if (ts.isElementAccessExpression(node) && node.expression.getText() === "Math") {
      note(node);
    } else if (ts.isBinaryExpression(node)) {
      const { kind } = node.operatorToken;
      if (kind === ts.SyntaxKind.AsteriskAsteriskToken || kind === ts.SyntaxKind.AsteriskAsteriskEqualsToken)
        note(node);
    } else if (ts.isIdentifier(node) && WORLDLY.has(node.text)) {
      const { parent } = node;
      const isName =
        (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
        ((ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent)) && parent.name === node);
      if (!isName) note(node);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

test("the purity check sees what it must", () => {
  const text = "const a = Math.exp(1) + 2 ** 3; const b = new Date(); Math['sin'](b.Date); Math.sqrt(a);";
  const tree = ts.createSourceFile("sample.ts", text, ts.ScriptTarget.Latest, true);
  const found = impurities(tree).map((each) => each.replace("sample.ts:1: ", ""));
  expect(found).toEqual(["Math.exp", "2 ** 3", "Date", "Math['sin']"]);
});

test("sim/ uses exact arithmetic alone, and no clock", () => {
  expect(science.flatMap(({ tree }) => impurities(tree))).toEqual([]);
});

test("sim/ imports few packages, all of them pure", () => {
  const allowed = new Set(["seedrandom", "simple-statistics", "valibot"]);
  const wrong = science.flatMap(({ path, packages }) =>
    packages.filter((name) => !allowed.has(name)).map((name) => `${path} -> ${name}`),
  );
  expect(wrong).toEqual([]);
});

test("ui/ knows neither comlink nor Node", () => {
  const wrong = sources
    .filter(({ path }) => path.startsWith("ui/"))
    .flatMap(({ path, packages }) =>
      packages.filter((name) => name === "comlink" || name.startsWith("node:")).map((name) => `${path} -> ${name}`),
    );
  expect(wrong).toEqual([]);
});
