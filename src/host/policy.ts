/** What the page may load and run: its own files and nothing else. In the built page, and as a header of `serve`. */
const COMMON = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "manifest-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
];

export const PAGE_POLICY = COMMON.join("; ");

/** What only a header can say: nobody may put the page into a frame. */
export const HEADER_POLICY = [...COMMON, "frame-ancestors 'none'"].join("; ");
