import type { Problem } from "../sim/contract.ts";
import type { LinkedQuestion } from "./brief/asked.ts";
import { NOTHING_ASKED } from "./brief/asked.ts";
import { NOWHERE } from "./learn/place.ts";
import type { Link, Made } from "./link.ts";
import { FIRST_LINK, linkText, parseLink } from "./link.ts";
import { pack, unpack } from "./packed.ts";
import type { Notice, OpenWorld, State, Store, WorldKey } from "./store.ts";

/** What the address needs of the machine it is on. */
export interface Shelf {
  readonly readLink: () => string;
  readonly writeLink: (fragment: string) => void;
  /** What was open at the last visit, as a link; null where nothing is kept, or may be. */
  readonly kept: () => string | null;
  /** Keeps a link for the next visit; null forgets. */
  readonly keep: (fragment: string | null) => void;
}

/** What a link asks for. */
export interface Asked {
  readonly link: Link;
  readonly key: WorldKey;
  readonly problems: readonly Problem[];
}

/** The address of what is on the page: read when it is followed, written when the page comes to rest. */
export class Address {
  /** What the link that was followed says of its world, until it has been held against this one. */
  private made: (Made & { readonly month: number; readonly run?: number }) | null = null;
  /** The firm that the link asks about, until its world is there. */
  private firm: number | null = null;
  /** The scenario of one's own as links carry it. */
  private packed: { readonly document: object; readonly text: string | null } | null = null;

  constructor(
    private readonly store: Store,
    private readonly shelf: Shelf,
    private readonly focus: (firm: number) => void,
  ) {}

  /** Writes from now on. */
  start(): void {
    this.store.watch(
      ({ door, compare, learn, world, month, playing, branch, focus, look, hash }) => [
        door,
        compare.question,
        learn.lesson,
        learn.page,
        learn.seat,
        learn.seats,
        world,
        month,
        playing,
        branch,
        focus,
        look.layout,
        hash,
      ],
      () => this.write(),
    );
    this.store.watch(
      ({ hash }) => [hash],
      () => this.tellWhetherSame(),
    );
  }

  /** The link to follow: the one given, or what was open at the last visit, and what to say of it. */
  next(): { readonly fragment: string; readonly notice: Notice | null } {
    const given = this.shelf.readLink().replace(/^#/, "");
    const kept = given === "" ? this.shelf.kept() : null;
    if (kept !== null && differs(kept)) return { fragment: kept, notice: { kind: "restored" } };
    return { fragment: given, notice: given === "" && kept === null ? { kind: "first" } : null };
  }

  /** Reads a link; what it says of its world is held against it once that is there. */
  async read(fragment: string): Promise<Asked> {
    const { link, problems } = parseLink(fragment);
    const { scenario, seed, settings, changes, month, packed } = link;
    const document = packed === null ? undefined : await unpack(packed);
    this.made = { ...link.made, month };
    this.firm = link.firm;
    if (packed !== null && document) this.packed = { document, text: packed };
    if (document !== null)
      return { link, problems, key: { scenario, seed, settings, changes, ...(document && { document }) } };
    const expected = "a packed scenario";
    const problem = { path: "doc", value: "unreadable", expected, mend: "Open the scenario from its file." };
    const key = { scenario: FIRST_LINK.scenario, seed, settings: {}, changes: [] };
    return { link, problems: [...problems, problem], key };
  }

  /** An experiment's run saw a world with this hash at this month. */
  expectRun(run: number, month: number, hash: string): void {
    this.made = { version: null, model: null, hash, month, run };
  }

  /** Another world is wanted than the one that the link speaks of. */
  expectNothing(): void {
    this.made = null;
  }

  /** Holds the world against what its link says of it, once its hash is known. */
  private tellWhetherSame(): void {
    const { made, firm } = this;
    const { hash, world } = this.store.state;
    if (hash === null || world === null) return;
    this.firm = null;
    if (firm !== null && firm < world.opened.x.length) this.focus(firm);
    this.made = null;
    if (made !== null && made.month === hash.month) this.holdAgainst(made, hash.text, world);
    this.write();
  }

  private holdAgainst(made: NonNullable<Address["made"]>, hash: string, world: OpenWorld): void {
    const { modelVersion, version } = world.opened;
    if (made.run !== undefined) {
      const { run, month } = made;
      const kind = made.hash === hash ? "sameRun" : "otherRun";
      return this.store.act({ kind: "noticed", notice: { kind, run, month, hash: made.hash } });
    }
    const isOther = made.model !== null && made.model !== modelVersion;
    if (!isOther && (made.hash === null || made.hash === hash)) return;
    const { month } = made;
    const notice: Notice = isOther
      ? { kind: "otherModel", then: made.model ?? "", now: modelVersion, month, hash: made.hash }
      : { kind: "otherWorld", then: made.version ?? "", now: version, month, hash: made.hash };
    this.store.act({ kind: "noticed", notice });
  }

  /** The address follows what is on the page, when it comes to rest. */
  write(): void {
    const { door, compare, learn, world, month, playing, branch, focus, look, hash, notice } = this.store.state;
    if (world === null || playing || this.made !== null) return;
    // A link to another model's world stays in the address until the reader has chosen.
    if (notice?.kind === "otherModel" || notice?.kind === "otherWorld") return;
    const packed = this.packedOf(world.key);
    if (packed === undefined) return;
    const { version, modelVersion } = world.opened;
    const made = { version, model: modelVersion, hash: hash?.month === month ? hash.text : null };
    const { document: _, ...key } = world.key;
    const { lesson, page, seat, seats, embed } = learn.asked ?? learn;
    const place = door === "learn" ? { lesson, page, seat, seats, embed } : NOWHERE;
    const layout = look.layout;
    const asked = door === "compare" ? linkedOf(compare) : NOTHING_ASKED;
    const text = linkText({
      ...key,
      packed,
      view: door,
      month,
      branch,
      layout,
      firm: focus,
      asked,
      learn: place,
      made,
    });
    this.shelf.writeLink(text);
    // A frame of another page is no visit to come back to.
    if (embed === null) this.shelf.keep(text);
  }

  /** The document as links carry it: null where there is none or it is too large, undefined while it is being packed. */
  packedOf({ document }: { readonly document?: object | undefined }): string | null | undefined {
    if (document === undefined) return null;
    if (this.packed?.document === document) return this.packed.text;
    void pack(document).then((text) => {
      this.packed = { document, text };
      if (text === null) this.store.act({ kind: "noticed", notice: { kind: "tooLarge" } });
      else this.write();
    });
    return undefined;
  }
}

/** The question in Compare as links carry it. */
function linkedOf({ question, linked }: State["compare"]): LinkedQuestion {
  if (question === null) return linked;
  const { target, budget, months, firms, pairs, stopEarly, precision, options } = question;
  return {
    target,
    months,
    firms,
    pairs,
    options,
    ...(budget !== null && { budget }),
    ...(stopEarly && { stopEarly }),
    ...(precision !== null && { precision }),
  };
}

/** Whether a link of an earlier visit leads to more than the first scenario at its beginning. */
function differs(fragment: string): boolean {
  const { link, problems } = parseLink(fragment);
  const { scenario, seed, settings, changes, month } = link;
  const hasChanged = Object.keys(settings).length > 0 || changes.length > 0;
  return problems.length === 0 && (scenario !== FIRST_LINK.scenario || seed !== undefined || hasChanged || month > 0);
}
