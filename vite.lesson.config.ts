import { createHash } from "node:crypto";
import type { Plugin } from "vite";
import { defineConfig } from "vite";
import { EMPTY_MARK, LESSON_TEMPLATE } from "./src/formats/lessonFile.ts";
import { lessonPolicy } from "./src/host/policy.ts";

/**
 * The page as one file that needs nothing beside it: scripts, workers, styles and letters stand inside. A lesson is put
 * into it later (`src/formats/lessonFile.ts`); no script changes by that, so that their hashes stay true.
 */

const CHARSET = '<meta charset="utf-8" />';
const WORKER = /new Worker\(new URL\("(\.\/\w+Worker\.ts)", import\.meta\.url\), /g;

/** Workers begin from text that the page has with it: a browser lets no page from a disk load a script from beside it. */
function workersInside(): Plugin {
  return {
    name: "workers inside",
    enforce: "pre",
    transform(code, id) {
      if (!/\.ts$/.test(id) || !code.includes("new Worker(new URL(")) return undefined;
      const files: string[] = [];
      const inside = code.replace(WORKER, (_, file: string) => `new InsideWorker${files.push(file)}(`);
      const imports = files.map((file, at) => `import InsideWorker${at + 1} from "${file}?worker&inline";`);
      return { code: `${imports.join("\n")}\n${inside}`, map: null };
    },
  };
}

/** Text inside a script or style must not end it. */
function inside(text: string): string {
  return text.replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
}

function hashOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

/** Makes the page of what was built. */
function joined(page: string, script: string, style: string): string {
  const policy = lessonPolicy(hashOf(script), hashOf(style));
  // Replaced by functions: `$&` and its kin in scripts are no patterns.
  return page
    .replace(/\s*<link\b[^>]*>/g, "")
    .replace(/\s*<script\b[^>]*><\/script>/g, "")
    .replace(
      CHARSET,
      (first) => `${first}\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />\n    ${EMPTY_MARK}`,
    )
    .replace("</head>", (end) => `  <style>${style}</style>\n  ${end}`)
    .replace("</body>", (end) => `  <script type="module">${script}</script>\n  ${end}`);
}

const oneFile: Plugin = {
  name: "one file",
  enforce: "post",
  // After the bundler's own last touch.
  generateBundle: {
    order: "post",
    handler(_, bundle) {
      const files = Object.values(bundle);
      const scripts = files.flatMap((file) => (file.type === "chunk" ? [inside(file.code)] : []));
      const styles = files.flatMap((file) => (file.fileName.endsWith(".css") && "source" in file ? [file.source] : []));
      const page = files.find(({ fileName }) => fileName === "index.html");
      if (scripts.length !== 1 || page?.type !== "asset") throw new Error("One page and one script were expected.");
      const source = joined(String(page.source), scripts[0], styles.map(String).join("\n"));
      for (const { fileName } of files) delete bundle[fileName];
      this.emitFile({ type: "asset", fileName: LESSON_TEMPLATE, source });
    },
  },
};

export default defineConfig({
  mode: "lesson",
  base: "./",
  publicDir: false,
  build: {
    outDir: "dist/page",
    emptyOutDir: false,
    target: "es2022",
    modulePreload: false,
    cssCodeSplit: false,
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    reportCompressedSize: false,
    rolldownOptions: { input: "index.html", output: { codeSplitting: false } },
  },
  // Chromium starts no module from text for a page from a disk, but a plain script.
  worker: { format: "iife", plugins: () => [workersInside()], rolldownOptions: { output: { codeSplitting: false } } },
  plugins: [workersInside(), oneFile],
});
