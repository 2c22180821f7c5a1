import { allHashes } from "../golden/worlds.ts";

/** Prints the hashes of the golden worlds in a bare engine, which has `print` or a console. */
declare const print: ((text: string) => void) | undefined;

const text = allHashes(true).trimEnd();
if (typeof print === "function") print(text);
else console.log(text);
