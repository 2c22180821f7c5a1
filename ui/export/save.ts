/** How long the browser may take to begin with a file before its address is withdrawn, ms. */
const GRACE = 60_000;

/** Hands a file to the reader, as any download. */
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), GRACE);
}

/** A file's name from ids alone: nothing in it can lead out of a folder. */
export function fileName(parts: readonly (string | number)[], ending: string): string {
  const safe = parts.map((part) =>
    String(part)
      .replace(/[^A-Za-z0-9.-]+/g, "-")
      .replace(/^[.-]+|[.-]+$/g, ""),
  );
  return `${safe.filter((part) => part !== "").join("_")}.${ending}`;
}
