import { SITE_URL } from '../../site.ts';

/** What was found wrong, in words. A test gathers all of it and expects none. */
export type Findings = string[];

/** Typed into fields: as markup in an answer, it would run. */
export const SCRIPT = `"'><script>alert(1)</script><img src=x onerror=alert(1)>`;

/** A line end in a header would begin a header of the attacker's. */
export const LINE_END = 'x\r\nX-Owned: yes\r\nSet-Cookie: owned=yes\r\n\r\n<script>alert(2)</script>';

/** Words of PostgreSQL, of the driver and of a stack: nobody outside needs them. */
const INSIDES =
  /syntax error at or near|invalid input syntax|invalid byte sequence|violates (check|foreign|unique|not-null|row-level)|duplicate key value|relation "|value too long for type|permission denied for|node_modules|\bat \S+ \(\S+:\d+:\d+\)|\.tsx?:\d+:\d+/;

/** Notes what no answer may ever be or hold, whatever was asked: a fault, raw markup, insides, a planted header, a way out. Gives its text. */
export async function sound(answer: Response, what: string, findings: Findings): Promise<string> {
  const text = await answer.text();
  // 503 says that a provider does not answer.
  if (answer.status >= 500 && answer.status !== 503) findings.push(`${what}: answered ${answer.status}`);
  // In a file to be kept it is text like any other.
  const shown = !(answer.headers.get('content-disposition') ?? '').startsWith('attachment;');
  if (shown && /<script>alert|<img src=x/.test(text)) findings.push(`${what}: gives markup back raw`);
  const insides = INSIDES.exec(text);
  if (insides !== null) findings.push(`${what}: shows insides, ${insides[0]}`);
  if (answer.headers.has('x-owned')) findings.push(`${what}: has a header of the attacker's`);
  for (const cookie of answer.headers.getSetCookie()) {
    if (!/^(__Host-)?(session|visitor|pending)=[^\s;]*;/.test(cookie))
      findings.push(`${what}: sets the cookie ${cookie}`);
  }
  if (answer.headers.has('refresh')) findings.push(`${what}: leads to ${answer.headers.get('refresh')}`);
  const to = answer.headers.get('location');
  if (to !== null && !isOurs(to)) findings.push(`${what}: leads to ${to}`);
  return text;
}

/** Whether a browser that is sent there stays on the site. */
export function isOurs(to: string): boolean {
  return URL.canParse(to, SITE_URL) && new URL(to, SITE_URL).origin === SITE_URL;
}
