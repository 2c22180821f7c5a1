import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { env, getuid, platform } from "node:process";

/** Chromium and its relatives, as they are called on the usual systems. */
const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge"];
const PLACES = [
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

function installed(): string | undefined {
  const named = env["CHROMIUM"];
  if (named !== undefined) return existsSync(named) ? named : undefined;
  const folders = (env["PATH"] ?? "").split(delimiter);
  const places = [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...PLACES];
  return places.find((place) => existsSync(place));
}

/** On Debian, and where it is allowed, the system's own package. */
function install(): void {
  if (platform !== "linux" || getuid?.() !== 0 || env["CHROMIUM"] !== undefined) return;
  console.log("No Chromium found: installing Debian's (apt-get install -y chromium).");
  spawnSync("apt-get", ["update", "-qq"], { stdio: "ignore", timeout: 120_000 });
  spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], {
    stdio: "ignore",
    timeout: 300_000,
  });
}

/**
 * The path of a Chromium or Chrome on this machine; installs Debian's where there is none and it may.
 * @throws {Error} that says what to do where none can be had
 */
export async function findChromium(): Promise<string> {
  const found = installed();
  if (found !== undefined) return found;
  install();
  const place = installed();
  if (place !== undefined) return place;
  throw new Error(
    "The browser tests need Chromium or Chrome and found neither. Install one (Debian: apt-get install -y chromium), or name it: CHROMIUM=/path/to/chromium npm test.",
  );
}
