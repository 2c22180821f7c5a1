/** A lesson as one file that is opened from a disk: the page with everything inside, and where it begins. */

/** The page that lessons are put into; it lies beside the built page. */
export const LESSON_TEMPLATE = "lesson.html";

/** Name of the mark in that page which says where it begins: empty until a lesson is put in. */
export const START_MARK = "distretto-start";
export const EMPTY_MARK = `<meta name="${START_MARK}" content="" />`;

const ROOT = /^<!doctype html>\s*<html lang="[A-Za-z-]+"/i;
const LESSON = /^[a-z][a-z-]{0,40}$/;
const LANGUAGE = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/**
 * @param template text of the built page that has everything inside
 * @param lesson name of the lesson
 * @param language in which it is first read; whoever opens it can choose another one
 */
export function lessonFile(template: string, lesson: string, language: string): string {
  if (!LESSON.test(lesson)) throw new Error(`${lesson} is no name of a lesson.`);
  if (!LANGUAGE.test(language)) throw new Error(`${language} is no language.`);
  if (!ROOT.test(template) || !template.includes(EMPTY_MARK))
    throw new Error("This is not the page that lessons are put into.");
  return template
    .replace(ROOT, `<!doctype html>\n<html lang="${language}"`)
    .replace(EMPTY_MARK, `<meta name="${START_MARK}" content="view=learn&amp;lesson=${lesson}" />`);
}

export function lessonFileName(lesson: string): string {
  return `distretto-${lesson}.html`;
}
