import { expect, test } from "vitest";
import { HEADERS, PAGE_POLICY, headerFiles } from "../../src/host/policy.ts";
import { isOwnWorker } from "../../src/host/trust.ts";

/** What the page may load, as hosts are told. */

test("only the page's own workers are started, and only from its own folder", () => {
  const folder = "https://page.example/there/assets/";
  for (const name of [
    "engineWorker-B1a_-9.js",
    `${folder}stageWorker-x.js`,
    "./playerWorker-x.js",
    "https://page.example/there/offline.js",
  ])
    expect(isOwnWorker(name, folder), name).toBe(true);
  for (const name of [
    "engineWorker.js",
    "otherWorker-x.js",
    "offline.js",
    "../../offline.js",
    "../engineWorker-x.js",
    "sub/engineWorker-x.js",
    "engineWorker-x.js?more",
    "https://other.example/there/assets/engineWorker-x.js",
    "//other.example/engineWorker-x.js",
    "data:text/javascript,engineWorker-x.js",
    "javascript:0",
    "http://[",
    "",
  ])
    expect(isOwnWorker(name, folder), name).toBe(false);
});

test("every host is told the same headers, and the policy of the page is among them", () => {
  const files = headerFiles();
  expect(Object.keys(files)).toEqual(["_headers", ".htaccess", "vercel.json", "staticwebapp.config.json"]);
  for (const [name, text] of Object.entries(files)) {
    for (const [header, value] of Object.entries(HEADERS)) {
      expect(text, name).toContain(header);
      expect(text, name).toContain(value);
    }
    if (name.endsWith(".json")) JSON.parse(text);
  }
  for (const part of PAGE_POLICY.split("; ")) expect(HEADERS["Content-Security-Policy"]).toContain(part);
  expect(PAGE_POLICY).not.toMatch(/unsafe|\*|https?:/);
});
