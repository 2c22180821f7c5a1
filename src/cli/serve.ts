import { spawn } from "node:child_process";
import { createReadStream, existsSync, statSync } from "node:fs";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { createServer } from "node:http";
import { networkInterfaces } from "node:os";
import { extname, join, normalize, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { Refusal, valueOfText } from "../../sim/index.ts";
import { HEADERS } from "../host/policy.ts";
import type { Surroundings, Verb } from "./verb.ts";
import { examples } from "./verb.ts";

interface ServeOptions {
  readonly port?: string;
  readonly host: boolean;
  readonly open: boolean;
}

const HOST = "127.0.0.1";
/** All networks that this machine is on. */
const ANYWHERE = "0.0.0.0";
const PORT = 4173;

const TYPES: ReadonlyMap<string, string> = new Map([
  [".html", "text/html; charset=utf-8"],
  [".js", "text/javascript; charset=utf-8"],
  [".css", "text/css; charset=utf-8"],
  [".json", "application/json; charset=utf-8"],
  [".svg", "image/svg+xml"],
  [".png", "image/png"],
  [".ico", "image/x-icon"],
  [".woff2", "font/woff2"],
  [".webmanifest", "application/manifest+json"],
  [".txt", "text/plain; charset=utf-8"],
]);

/** The file that a request means, or undefined: nothing outside the folder is ever served. */
export function fileFor(folder: string, url: string): string | undefined {
  let path: string;
  try {
    path = decodeURIComponent(url.split(/[?#]/, 1)[0]);
  } catch {
    return undefined;
  }
  if (path.includes("\0")) return undefined;
  const wanted = normalize(join(folder, path.endsWith("/") ? `${path}index.html` : path));
  const root = normalize(folder.endsWith(sep) ? folder : folder + sep);
  if (!wanted.startsWith(root) || !existsSync(wanted) || !statSync(wanted).isFile()) return undefined;
  return wanted;
}

function answer(folder: string, request: IncomingMessage, response: ServerResponse): void {
  const isRead = request.method === "GET" || request.method === "HEAD";
  const file = isRead ? fileFor(folder, request.url ?? "/") : undefined;
  if (file === undefined) {
    response.writeHead(isRead ? 404 : 405, { "content-type": "text/plain; charset=utf-8" }).end("Not here.\n");
    return;
  }
  response.writeHead(200, {
    "content-type": TYPES.get(extname(file)) ?? "application/octet-stream",
    "content-length": statSync(file).size,
    "cache-control": "no-cache",
    ...HEADERS,
  });
  if (request.method === "HEAD") response.end();
  else createReadStream(file).pipe(response);
}

/** A server of one folder. */
export function serveFolder(folder: string): Server {
  return createServer((request, response) => answer(folder, request, response));
}

/** Opens the page in whatever browser there is; a machine without one is no error. */
function openBrowser(url: string): void {
  const [command, ...before] =
    process.platform === "darwin" ? ["open"] : process.platform === "win32" ? ["cmd", "/c", "start", ""] : ["xdg-open"];
  const child = spawn(command, [...before, url], { stdio: "ignore", detached: true });
  child.on("error", () => undefined);
  child.unref();
}

function portOf(text: string | undefined): number {
  const value = text === undefined ? PORT : valueOfText(text);
  if (typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 65_535) return value;
  const mend = `Leave it out for ${PORT}.`;
  throw new Refusal([{ path: "--port", value: String(text), expected: "a whole number from 0 to 65535", mend }]);
}

/** Starts to listen; a port that is taken gives way to any free one unless it was asked for. */
export function listen(server: Server, port: number, isAsked: boolean, host = HOST): Promise<number> {
  return new Promise((settle, fail) => {
    server.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE" && !isAsked && port !== 0) server.listen(0, host);
      else fail(error);
    });
    server.on("listening", () => {
      const address = server.address();
      settle(typeof address === "object" && address !== null ? address.port : port);
    });
    server.listen(port, host);
  });
}

/** The built page on any free port, for as long as somebody needs it; undefined where it is not built. */
export async function servedPage(page: URL): Promise<{ readonly url: string; readonly stop: () => void } | undefined> {
  const folder = fileURLToPath(page);
  if (!existsSync(join(folder, "index.html"))) return undefined;
  const server = serveFolder(folder);
  const url = `http://localhost:${await listen(server, 0, true)}/`;
  return { url, stop: () => server.close() };
}

async function serve(options: ServeOptions, { terminal, page }: Surroundings): Promise<void> {
  const port = portOf(options.port);
  const folder = fileURLToPath(page);
  if (!existsSync(join(folder, "index.html"))) {
    throw new Error("The page is not built yet. Run `npm run build`, or `npm start`, which does both.");
  }
  const server = serveFolder(folder);
  const found = await listen(server, port, options.port !== undefined, options.host ? ANYWHERE : HOST);
  const others = options.host ? addresses().map((address) => `http://${address}:${found}/`) : [];
  if (options.host && others.length === 0) terminal.err("This machine is on no network; others cannot reach the page.");
  const [url = `http://localhost:${found}/`] = others;
  for (const each of others.length > 0 ? others : [url]) terminal.out(each);
  if (others.length > 0) terminal.err(`For a class: ${url}?class=30`);
  terminal.err("Press Ctrl+C to stop.");
  if (options.open) openBrowser(url);
  await new Promise((stop) => server.on("close", stop));
}

/** Addresses under which other machines on the same network reach this one. */
function addresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((all) => all ?? [])
    .filter(({ family, internal }) => family === "IPv4" && !internal)
    .map(({ address }) => address);
}

/** `serve`: the built page on this machine. */
export const serveVerb: Verb = (program, surroundings) => {
  program
    .command("serve")
    .summary("serve the built page on this machine and open it")
    .description(
      "Serves the built page on localhost, for this machine alone, and opens it in the browser. With --host others on\n" +
        "the same network reach it too, at the addresses that are printed: for a class.",
    )
    .option("--port <n>", `port (${PORT}, or another one where that is taken)`)
    .option("--host", "let other machines on the same network in", false)
    .option("--no-open", "do not open the browser")
    .addHelpText(
      "after",
      examples("distretto serve", "distretto serve --host", "distretto serve --port 8080 --no-open"),
    )
    .action((options: ServeOptions) => serve(options, surroundings));
};
