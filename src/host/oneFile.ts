import { LESSON_TEMPLATE, START_MARK } from "../formats/lessonFile.ts";

/** What a lesson that came as one file says of itself; null on a page that was loaded from a server. */
export interface OneFile {
  /** Where it begins, as a link. */
  readonly start: string;
  readonly language: string;
}

/** Read once, before the page speaks another language. */
export const oneFile: OneFile | null = found();

function found(): OneFile | null {
  const start = document.querySelector<HTMLMetaElement>(`meta[name="${START_MARK}"]`)?.content;
  return start === undefined ? null : { start, language: document.documentElement.lang };
}

/** The page that lessons are put into, from the server that this page came from. */
export async function lessonTemplate(): Promise<string> {
  const response = await fetch(new URL(LESSON_TEMPLATE, document.baseURI));
  if (!response.ok) throw new Error(`${LESSON_TEMPLATE}: ${response.status}`);
  return response.text();
}
