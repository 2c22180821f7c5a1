/** Signs as wide as their type is high: Chinese, Japanese, Korean and their punctuation. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/gu;
/** Letters of mean width that one of them takes the room of. */
const TWO = 2.1;

/** About how long words are, in letters of mean width, for charts that leave room without measuring. */
export function lettersIn(words: string): number {
  return words.length + (words.match(WIDE)?.length ?? 0) * (TWO - 1);
}
