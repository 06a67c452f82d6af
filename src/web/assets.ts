import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { type Context, Hono } from 'hono';
import { accepts } from 'hono/accepts';
import { openToAll } from '../access/permission.ts';
import { may, theSite } from './may.ts';
import { paths } from './paths.ts';
import { withoutGovukBrand } from './stylesheet.ts';

type Encoding = 'identity' | 'gzip' | 'br';

interface Asset {
  fileName: string;
  type: string;
  encodings: Record<Encoding, Uint8Array<ArrayBuffer>>;
}

const require = createRequire(import.meta.url);

const govukScript = asset(
  'govuk-frontend.js',
  withoutSourceMap(readPackaged('govuk-frontend/dist/govuk/govuk-frontend.min.js')),
);

const ASSETS = {
  govukStyles: asset(
    'govuk-frontend.css',
    withoutGovukBrand(readPackaged('govuk-frontend/dist/govuk/govuk-frontend.min.css')),
  ),
  ownStyles: asset('alongside.css', readOwn('alongside.css')),
  govukScript,
  startScript: asset('start.js', `import { initAll } from './${govukScript.fileName}';\ninitAll();\n`),
  importScript: asset('import-pages.js', readOwn('import-pages.js')),
  draftScript: asset('offline-draft.js', readOwn('offline-draft.js')),
  mark: asset('mark.svg', readOwn('mark.svg')),
} as const;

const BY_FILE_NAME = new Map(Object.values(ASSETS).map((one) => [one.fileName, one]));

/** The address of a file of the site's look. It holds a hash of the content, so it can be kept for ever. */
export function assetUrl(name: keyof typeof ASSETS): string {
  return paths.asset(ASSETS[name].fileName);
}

/** Serves `/assets/*`, compressed once at start-up, and nothing that is not in the list. */
export const assetRoutes = new Hono().get('/assets/:fileName', may(openToAll, theSite), (c) => {
  const found = BY_FILE_NAME.get(c.req.param('fileName'));
  if (!found) return c.notFound();
  const encoding = encodingFor(c);
  if (encoding !== 'identity') c.header('Content-Encoding', encoding);
  c.header('Vary', 'Accept-Encoding');
  c.header('Content-Type', found.type);
  c.header('Cache-Control', 'public, max-age=31536000, immutable');
  return c.body(found.encodings[encoding]);
});

/** The smallest form that the browser takes. Browsers list what they take with no order, so the order is ours. */
function encodingFor(c: Context): Encoding {
  const taken = accepts(c, {
    header: 'Accept-Encoding',
    supports: ['br', 'gzip'],
    default: 'identity',
    match: (offered, { supports, default: none }) =>
      supports.find((encoding) => offered.some(({ type, q }) => type === encoding && q > 0)) ?? none,
  });
  return taken === 'br' || taken === 'gzip' ? taken : 'identity';
}

function asset(name: string, text: string): Asset {
  const identity = Buffer.from(text);
  const hash = createHash('sha256').update(identity).digest('hex').slice(0, 12);
  const extension = name.slice(name.lastIndexOf('.') + 1);
  return {
    fileName: `${name.slice(0, -extension.length - 1)}.${hash}.${extension}`,
    type: contentType(extension),
    encodings: {
      identity,
      gzip: gzipSync(identity),
      // The highest quality takes a fifth of a second of every start for a few hundred bytes.
      br: brotliCompressSync(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
    },
  };
}

function contentType(extension: string): string {
  if (extension === 'css') return 'text/css; charset=utf-8';
  if (extension === 'js') return 'text/javascript; charset=utf-8';
  return 'image/svg+xml';
}

function readOwn(fileName: string): string {
  return readFileSync(new URL(fileName, import.meta.url), 'utf8');
}

function readPackaged(specifier: string): string {
  return readFileSync(require.resolve(specifier), 'utf8');
}

/** The map is not served: asking for it would be a request that fails. */
function withoutSourceMap(script: string): string {
  return script.replace(/\/\/# sourceMappingURL=\S+\s*$/, '');
}
