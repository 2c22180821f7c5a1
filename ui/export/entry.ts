import type { App } from "../app.ts";
import type { Key } from "../i18n/text.ts";
import type { Store } from "../store.ts";

/** What an export has to work with. */
export interface ExportJob {
  readonly store: Store;
  readonly app: App;
  /** Aborted when the reader stops it; a job that ends early then saves nothing. */
  readonly signal: AbortSignal;
  /** Tells the reader how far it is. */
  readonly note: (words: string) => void;
}

/** One thing that can be taken away from the page. */
export interface ExportEntry {
  readonly id: string;
  /** What it is called in the menu. */
  readonly label: Key;
  /** A short word on what it is good for. */
  readonly hint: Key;
  /**
   * Saves a file.
   * @throws {Error} with a sentence for the reader where it cannot
   */
  readonly run: (job: ExportJob) => Promise<void>;
}
