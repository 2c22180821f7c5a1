/**
 * Links the terms of the field in what stands on the page: the first time it waits for the glossary, which does not belong
 * to what is loaded at the start. Without it the words stand as they are.
 */
let link: ((root: Element) => void) | null = null;

export function linkLater(root: Element): void {
  if (link !== null) return link(root);
  const load = async (): Promise<void> => {
    ({ linkInPlace: link } = await import("./inPlace.ts"));
    link(root);
  };
  void load().catch(() => undefined);
}
