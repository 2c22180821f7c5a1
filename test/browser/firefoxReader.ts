import { existsSync } from "node:fs";
import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as rest } from "node:timers/promises";
import type { ElementHandle, Page } from "puppeteer-core";
import puppeteer from "puppeteer-core";
import { bringAxe, violations } from "./axe.ts";
import type { Reader, Role } from "./reader.ts";

const FIREFOX = process.env["FIREFOX"] ?? "/usr/bin/firefox-esr";
/** Time that something may take to appear, ms: here to end what hangs. */
const PATIENCE = 30_000;
/** Between two looks, ms. */
const REST = 50;

/** Elements that may have a role: axe then says which they have. */
const LIKELY: Readonly<Record<Role, string>> = {
  button: "button, summary",
  checkbox: "input[type=checkbox]",
  combobox: "select, [role=combobox]",
  dialog: "dialog",
  heading: "h1, h2, h3, h4",
  img: "img, svg, [role=img]",
  menuitem: "[role=menuitem]",
  option: "[role=option]",
  region: "section, [role=region]",
  searchbox: "input[type=search]",
  slider: "input[type=range], [role=slider]",
  table: "table",
  textbox: "textarea, input",
};

interface Axe {
  setup(root: Document): void;
  teardown(): void;
  readonly commons: {
    readonly aria: { getRole(node: Element): string | null };
    readonly text: { accessibleText(node: Element): string };
    readonly dom: { isVisibleToScreenReaders(node: Element): boolean };
  };
}

async function look(page: Page, role: Role, name: string | RegExp): Promise<ElementHandle | null> {
  await bringAxe(page);
  const pattern = typeof name === "string" ? null : name.source;
  const handle = await page.evaluateHandle(
    (wanted, likely, exact, fits) => {
      const { axe } = window as unknown as { readonly axe: Axe };
      const isIt = (words: string): boolean => (fits === null ? words === exact : new RegExp(fits).test(words));
      axe.setup(document);
      try {
        const all = [...document.querySelectorAll(likely)];
        const { aria, text, dom } = axe.commons;
        const found = all.find(
          (node) =>
            aria.getRole(node) === wanted &&
            node.checkVisibility({ visibilityProperty: true }) &&
            dom.isVisibleToScreenReaders(node) &&
            isIt(text.accessibleText(node).trim().replace(/\s+/g, " ")),
        );
        return found ?? null;
      } finally {
        axe.teardown();
      }
    },
    role,
    LIKELY[role],
    String(name),
    pattern,
  );
  return handle.asElement() as ElementHandle | null;
}

async function find(page: Page, role: Role, name: string | RegExp): Promise<ElementHandle> {
  for (const end = Date.now() + PATIENCE; Date.now() < end; await rest(REST)) {
    const found = await look(page, role, name);
    if (found !== null) return found;
  }
  throw new Error(`There is no ${role} ${String(name)} on the page.`);
}

/** The one file that a folder has got, once it is whole; it is taken out. */
async function nextFile(folder: string): Promise<{ name: string; content: string }> {
  for (const end = Date.now() + PATIENCE; Date.now() < end; await rest(REST)) {
    const names = await readdir(folder);
    const [name] = names;
    if (names.length !== 1 || name.endsWith(".part")) continue;
    const content = await readFile(join(folder, name), "utf8");
    // Firefox takes the place first and fills it then.
    if (content === "") continue;
    await rm(join(folder, name));
    return { name, content };
  }
  throw new Error("No file was saved.");
}

/** A reader in Firefox, and what went wrong on its page. */
export interface FirefoxReader extends Reader {
  readonly broken: readonly string[];
  readonly stop: () => Promise<void>;
}

/** @throws {Error} that says what to do where there is no Firefox */
export async function firefoxReader(url: string): Promise<FirefoxReader> {
  if (!existsSync(FIREFOX))
    throw new Error(
      `There is no Firefox at ${FIREFOX}. Debian: apt-get install -y firefox-esr, or name it: FIREFOX=...`,
    );
  const folder = await mkdtemp(join(tmpdir(), "distretto-saved-"));
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: FIREFOX,
    headless: true,
    extraPrefsFirefox: {
      "browser.download.folderList": 2,
      "browser.download.dir": folder,
      "browser.download.useDownloadDir": true,
      "browser.download.always_ask_before_handling_new_types": false,
      "browser.helperApps.neverAsk.saveToDisk":
        "text/csv,application/json,application/xml,text/plain,text/xml,text/html,image/png,image/svg+xml,video/webm",
    },
  });
  const page = await browser.newPage();
  await page.setViewport({ width: 1440, height: 900 });
  page.setDefaultTimeout(PATIENCE);
  const broken: string[] = [];
  /** Who leaves breaks off what is being loaded; Firefox calls that an error. */
  let isLeaving = false;
  page.on("pageerror", (error) => broken.push(error instanceof Error ? error.message : String(error)));
  page.on("console", (message) => {
    const isBrokenOff = isLeaving && message.text().startsWith("Failed to load");
    if (message.type() === "error" && !isBrokenOff) broken.push(message.text());
  });
  page.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (/^https?:/.test(protocol) && origin !== new URL(url).origin) broken.push(`asked for ${request.url()}`);
  });
  return {
    broken,
    open: async (fragment) => {
      isLeaving = true;
      await page.goto("about:blank");
      await page.goto(`${url}#${fragment}`);
      isLeaving = false;
      await page.waitForFunction(() => /Month/.test(document.querySelector(".sentence strong")?.textContent ?? ""));
    },
    press: async (role, name) => (await find(page, role, name)).click(),
    focus: async (role, name) => (await find(page, role, name)).focus(),
    sees: async (role, name) => void (await find(page, role, name)),
    choose: async (name, value) => void (await (await find(page, "combobox", name)).select(value)),
    key: (key) => page.keyboard.press(key as Parameters<Page["keyboard"]["press"]>[0]),
    types: (words) => page.keyboard.type(words),
    waits: async (holds, given = "") => void (await page.waitForFunction(holds, {}, given)),
    reads: (look) => page.evaluate(look) as ReturnType<typeof page.evaluate> as never,
    saves: async (act) => {
      await act();
      return nextFile(folder);
    },
    barriers: () => violations(page),
    stop: async () => {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
