/** Page elements from plain descriptions. Text goes in as text, never as markup. */

type Child = Node | string;

export interface Traits {
  readonly class?: string;
  /** Attributes; `true` sets an empty one, `false` and undefined leave it out. */
  readonly attributes?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly on?: { readonly [K in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[K]) => void };
}

export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  traits: Traits = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(name);
  if (traits.class !== undefined) node.className = traits.class;
  for (const [attribute, value] of Object.entries(traits.attributes ?? {})) setAttribute(node, attribute, value);
  for (const [event, listener] of Object.entries(traits.on ?? {})) {
    node.addEventListener(event, listener as EventListener);
  }
  node.append(...children);
  return node;
}

export function setAttribute(node: Element, name: string, value: string | number | boolean | undefined): void {
  if (value === undefined || value === false) node.removeAttribute(name);
  else node.setAttribute(name, value === true ? "" : String(value));
}

/** Writes text only where it differs, so that a live region speaks once and nothing is laid out again. */
export function say(node: Element, words: string): void {
  if (node.textContent !== words) node.textContent = words;
}
