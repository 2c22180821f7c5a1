/** Files of a month: types only. */

/** What is said of a firm or a tie in a graph file, by name. */
export type Attributes = Readonly<Record<string, number | string | boolean>>;

/** The world as a graph for other programs: firms in business and all ties between them. */
export interface NetworkGraph {
  readonly nodes: readonly { readonly id: string; readonly attributes: Attributes }[];
  /** Undirected; `trust` is the source's trust in the target, `trustBack` the target's in the source. */
  readonly edges: readonly { readonly source: string; readonly target: string; readonly attributes: Attributes }[];
}

/**
 * Files of a month: tables of firms, networks and ties, all of it as one document, the graph of firms and ties for
 * Gephi and networkx, and the whole run as the command line prints it.
 */
export type FileKind = "firms.csv" | "networks.csv" | "ties.csv" | "month.json" | "graphml" | "gexf" | "run.json";
