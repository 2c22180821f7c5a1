import { readFile } from "node:fs/promises";
import type { Locator, Page } from "playwright-core";
import { violations } from "./axe.ts";
import type { Reader, Role } from "./reader.ts";

/** A reader in Chromium. */
export function chromiumReader(page: Page, url: string): Reader {
  const find = (role: Role, name: string | RegExp): Locator =>
    page.getByRole(role, { name, exact: typeof name === "string" }).first();
  return {
    open: async (fragment) => {
      // Only the fragment may differ: without this the page would not be loaded anew.
      await page.goto("about:blank");
      await page.goto(`${url}#${fragment}`);
      await page.locator(".sentence strong", { hasText: "Month" }).waitFor();
    },
    press: (role, name) => find(role, name).click(),
    focus: (role, name) => find(role, name).focus(),
    sees: (role, name) => find(role, name).waitFor(),
    choose: async (name, value) => void (await find("combobox", name).selectOption(value)),
    key: (key) => page.keyboard.press(key),
    types: (words) => page.keyboard.type(words),
    waits: async (holds, given = "") => void (await page.waitForFunction(holds, given)),
    reads: (look) => page.evaluate(look),
    saves: async (act) => {
      const [download] = await Promise.all([page.waitForEvent("download"), act()]);
      return { name: download.suggestedFilename(), content: await readFile(await download.path(), "utf8") };
    },
    barriers: () => violations(page),
  };
}
