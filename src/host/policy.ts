/** What the page may load and run: its own files and nothing else. In the built page, and as a header of `serve`. */
export const PAGE_POLICY = [
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
  "require-trusted-types-for 'script'",
  "trusted-types default",
].join("; ");

/** The same for a lesson in one file: its own script and style, known by their hashes, workers from its own text, no network. */
export function lessonPolicy(script: string, style: string): string {
  return [
    "default-src 'none'",
    `script-src ${script}`,
    `style-src ${style}`,
    "font-src data:",
    "img-src data: blob:",
    "media-src blob:",
    "worker-src blob:",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types default",
  ].join("; ");
}

/**
 * What every answer of a server says beside its type. Frames are not forbidden: a lesson may stand in a school's page, and
 * there is no account that somebody could be led to use unawares.
 */
export const HEADERS: Readonly<Record<string, string>> = {
  "Content-Security-Policy": PAGE_POLICY,
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
};

/** The same headers as the usual static hosts want to be told, by the name of the file in the page's folder. */
export function headerFiles(): Readonly<Record<string, string>> {
  const all = Object.entries(HEADERS);
  const pairs = all.map(([key, value]) => ({ key, value }));
  const apache = all.map(([name, value]) => `  Header always set ${name} "${value}"\n`).join("");
  return {
    // Netlify, Cloudflare Pages.
    _headers: `/*\n${all.map(([name, value]) => `  ${name}: ${value}\n`).join("")}`,
    ".htaccess": `<IfModule mod_headers.c>\n${apache}</IfModule>\n`,
    "vercel.json": `${JSON.stringify({ headers: [{ source: "/(.*)", headers: pairs }] }, null, 2)}\n`,
    // Azure Static Web Apps.
    "staticwebapp.config.json": `${JSON.stringify({ globalHeaders: HEADERS }, null, 2)}\n`,
  };
}
