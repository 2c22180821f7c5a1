import { mkdirSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { expect, test } from "vitest";
import { listen, serveFolder } from "../../src/cli/serve.ts";
import { inFolder } from "./command.ts";

/** What a server on a folder answers to raw paths, which a browser would have tidied up. */
async function answers(
  work: (
    ask: (path: string, method?: string) => Promise<{ status: number; type: string; text: string }>,
  ) => Promise<void>,
) {
  await inFolder(async (folder) => {
    const page = join(folder, "page");
    mkdirSync(join(page, "assets"), { recursive: true });
    writeFileSync(join(folder, "secret.txt"), "secret");
    mkdirSync(join(folder, "page-not"));
    writeFileSync(join(folder, "page-not", "secret.txt"), "secret");
    writeFileSync(join(page, "index.html"), "<p>page</p>");
    writeFileSync(join(page, "assets", "a.js"), "1");
    const server = serveFolder(page);
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    const { port, address } = server.address() as AddressInfo;
    expect(address).toBe("127.0.0.1");
    const ask = (path: string, method = "GET") =>
      new Promise<{ status: number; type: string; text: string }>((settle, fail) => {
        const asked = request({ host: "127.0.0.1", port, path, method }, (response) => {
          let text = "";
          response.setEncoding("utf8").on("data", (part: string) => (text += part));
          response.on("end", () =>
            settle({ status: response.statusCode ?? 0, type: response.headers["content-type"] ?? "", text }),
          );
        });
        asked.on("error", fail).end();
      });
    try {
      await work(ask);
    } finally {
      server.close();
    }
  });
}

test("the page and its parts come with their types", async () => {
  await answers(async (ask) => {
    expect(await ask("/")).toEqual({ status: 200, type: "text/html; charset=utf-8", text: "<p>page</p>" });
    expect(await ask("/?seed=1#x")).toMatchObject({ status: 200 });
    expect(await ask("/assets/a.js")).toMatchObject({ type: "text/javascript; charset=utf-8", text: "1" });
    expect(await ask("/", "HEAD")).toMatchObject({ status: 200, text: "" });
    expect(await ask("/assets/b.js")).toMatchObject({ status: 404 });
    expect(await ask("/assets")).toMatchObject({ status: 404 });
    expect(await ask("/", "POST")).toMatchObject({ status: 405 });
  });
});

test("nothing outside the folder is served", async () => {
  const tricks = [
    "/../secret.txt",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "/assets/../../secret.txt",
    "/assets/%2e%2e%2f%2e%2e%2fsecret.txt",
    "/..%5csecret.txt",
    "//secret.txt",
    "/../page-not/secret.txt",
    "/%2e%2e/page-not/secret.txt",
    "/..page-not/secret.txt",
    "/%00",
    "/%",
    "/secret.txt",
    "/etc/passwd",
    "/....//secret.txt",
  ];
  await answers(async (ask) => {
    for (const trick of tricks) {
      const { status, text } = await ask(trick);
      expect([trick, status, text.includes("secret")]).toEqual([trick, 404, false]);
    }
  });
});

test("with --host any machine of the network is answered, without it this one alone", async () => {
  for (const [host, bound] of [
    [undefined, "127.0.0.1"],
    ["0.0.0.0", "0.0.0.0"],
  ] as const) {
    const server = serveFolder(".");
    await listen(server, 0, true, host);
    expect((server.address() as AddressInfo).address).toBe(bound);
    server.close();
  }
});
