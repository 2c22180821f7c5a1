#!/usr/bin/env node
/** Starts the command line; builds it first where it is missing or older than its sources. */
import { build, isStale } from "./build.js";

if (isStale()) {
  process.stderr.write("building distretto ...\n");
  await build();
}
await import("../dist/cli.js");
