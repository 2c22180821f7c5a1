import axe from "axe-core";

/** What axe finds on the page: barriers that can be found by rule. */

interface Checker {
  readonly run: () => Promise<{ violations: { id: string; nodes: { target: unknown }[] }[] }>;
}

/** A page of Playwright's or Puppeteer's. */
interface Evaluating {
  evaluate(script: string): Promise<unknown>;
  evaluate<T>(look: () => Promise<T>): Promise<T>;
}

/** Puts axe on the page, where it is not yet. */
export async function bringAxe(page: Evaluating): Promise<void> {
  const isThere = await page.evaluate("typeof axe === 'object'");
  if (isThere !== true) await page.evaluate(axe.source);
}

/** Each as its rule and the elements that break it. */
export async function violations(page: Evaluating): Promise<string[]> {
  await bringAxe(page);
  const found = await page.evaluate(async () => {
    const { axe: checker } = window as unknown as { readonly axe: Checker };
    return (await checker.run()).violations;
  });
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(", ")}`);
}
