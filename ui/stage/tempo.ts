/** Lengths of the three parts of a change at 1x, ms: first exits, then changes, then entries. */
export const PART = 200;

/** Time firms take from one layout to the other, ms. */
export const GLIDE = 600;
