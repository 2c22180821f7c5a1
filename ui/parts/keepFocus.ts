/** Draws a part of the page anew and gives the focus back to the control that had it, known by its `data-key`. */
export function keepFocus(root: HTMLElement, draw: () => void): void {
  const { activeElement } = document;
  const held = activeElement instanceof HTMLElement && root.contains(activeElement) ? activeElement : null;
  const key = held?.dataset["key"];
  draw();
  if (key === undefined || held?.isConnected === true) return;
  for (const control of root.querySelectorAll<HTMLElement>("[data-key]")) {
    if (control.dataset["key"] === key) control.focus();
  }
}
