import { readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { DISK } from "../../src/experiment/disk.ts";
import { hashOf, openFolder } from "../../src/experiment/folder.ts";
import { survey } from "../../src/experiment/parts.ts";
import { chances } from "../chances.ts";
import { inNew, resultsIn } from "../experiment/small.ts";
import { IS_LONG, LIMIT, batchOn, undisturbed } from "./undisturbed.ts";

/** R5: a thousand damaged parts, all found. */

const DAMAGED = IS_LONG ? 1000 : 100;

type Damage = (folder: string, names: readonly string[], chance: () => number) => readonly string[];

const one = (names: readonly string[], chance: () => number) => names[Math.floor(chance() * names.length)];

/** Ways to damage parts; each gives the names that it has spoilt. */
const DAMAGES: Readonly<Record<string, Damage>> = {
  cut(folder, names, chance) {
    const name = one(names, chance);
    const { length } = readFileSync(join(folder, name));
    truncateSync(join(folder, name), 1 + Math.floor(chance() * (length - 1)));
    return [name];
  },
  "bit flipped"(folder, names, chance) {
    const name = one(names, chance);
    const bytes = readFileSync(join(folder, name));
    bytes[Math.floor(chance() * bytes.length)] ^= 1 << Math.floor(chance() * 8);
    writeFileSync(join(folder, name), bytes);
    return [name];
  },
  swapped(folder, names, chance) {
    const a = one(names, chance);
    const b = one(
      names.filter((name) => name !== a),
      chance,
    );
    const [first, second] = [readFileSync(join(folder, a)), readFileSync(join(folder, b))];
    writeFileSync(join(folder, a), second);
    writeFileSync(join(folder, b), first);
    return [a, b];
  },
  emptied(folder, names, chance) {
    const name = one(names, chance);
    writeFileSync(join(folder, name), "");
    return [name];
  },
  /** Whole in itself, with the right name for its bytes, but of another plan. */
  "of an old version"(folder, names, chance) {
    const name = one(names, chance);
    const text = readFileSync(join(folder, name), "utf8").replace(/"plan":"[0-9a-f]{8}/, '"plan":"01234567');
    const old = name.replace(/[0-9a-f]{64}/, hashOf(text));
    writeFileSync(join(folder, old), text);
    return [old];
  },
  /** With the right sum, but with a row out of its place. */
  "out of order"(folder, names, chance) {
    const name = one(names, chance);
    const [head, first, second, ...rest] = readFileSync(join(folder, name), "utf8").split("\n");
    const text = [head, second, first, ...rest].join("\n");
    const wrong = name.replace(/[0-9a-f]{64}/, hashOf(text));
    writeFileSync(join(folder, wrong), text);
    return [wrong];
  },
};

test(
  `R5: ${DAMAGED} damaged parts are all found, and played again`,
  async () => {
    const right = await undisturbed();
    const chance = chances(1);
    const kinds = Object.keys(DAMAGES);
    await inNew(async (path) => {
      await batchOn(DISK, path);
      const folder = openFolder(path);
      const parts = join(path, "parts");
      const names = readdirSync(parts).sort();
      const whole = new Map(names.map((name) => [name, readFileSync(join(parts, name))]));
      const mend = () => {
        for (const name of readdirSync(parts)) if (!whole.has(name)) rmSync(join(parts, name));
        for (const [name, bytes] of whole) writeFileSync(join(parts, name), bytes);
      };
      let found = 0;
      for (let at = 0; found < DAMAGED; at++) {
        const kind = kinds[at % kinds.length];
        const spoilt = DAMAGES[kind](parts, names, chance);
        const { damaged } = survey(folder);
        expect(damaged.map(({ name }) => name).sort(), `${kind}, ${at}`).toEqual([...spoilt].sort());
        found += spoilt.length;
        if (at % 40 < kinds.length) {
          await batchOn(DISK, path);
          expect(resultsIn(path), `${kind}, ${at}`).toEqual(right);
          expect(survey(folder).damaged).toEqual([]);
        }
        mend();
      }
    });
  },
  LIMIT,
);
