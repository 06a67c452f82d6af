import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { assetRoutes, assetUrl } from './assets.ts';
import { Page } from './layout.tsx';
import { renderPage } from './render.tsx';

const app = new Hono().route('/', assetRoutes);
const html = renderPage(<Page title="Home" />, { path: '/', nonce: 'abc' });
const addresses = [...html.matchAll(/"(\/assets\/[^"]+)"/g)].map(([, address]) => address ?? '');

describe('the files of a page', () => {
  it('are styles, scripts and the mark', () => {
    expect(addresses.map((address) => address.replace(/\.[0-9a-f]{12}\./, '.'))).toEqual([
      '/assets/mark.svg',
      '/assets/govuk-frontend.css',
      '/assets/alongside.css',
      '/assets/start.js',
    ]);
  });

  it.each([...addresses, assetUrl('govukScript')])('%s is served for ever under its own type', async (address) => {
    const answer = await app.request(address);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
    const types = { css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8', svg: 'image/svg+xml' };
    expect(answer.headers.get('Content-Type')).toBe(types[address.split('.').at(-1) as keyof typeof types]);
  });

  it('are the same file compressed or not', async () => {
    const [plain, brotli, gzip, none] = await Promise.all(
      [undefined, 'gzip, deflate, br', 'gzip', 'br;q=0'].map(styles),
    );
    const encodings = [plain, brotli, gzip, none].map((answer) => answer?.headers.get('Content-Encoding'));
    expect(encodings).toEqual([null, 'br', 'gzip', null]);
    const text = await plain!.text();
    const small = await brotli!.arrayBuffer();
    expect(brotliDecompressSync(small).toString() === text).toBe(true);
    expect(gunzipSync(await gzip!.arrayBuffer()).toString() === text).toBe(true);
    expect(small.byteLength).toBeLessThan(text.length / 5);
    expect(brotli!.headers.get('Vary')).toBe('Accept-Encoding');
  });

  it.each([...addresses, assetUrl('govukScript')])(
    '%s asks for no font, picture or map of its own',
    async (address) => {
      const text = await (await app.request(address)).text();
      // In a script, URL( is a name.
      const asks = address.endsWith('.js')
        ? /sourceMappingURL|fetch\(/
        : /@font-face|GDS Transport|@import|url\((?!["']?data:)/i;
      expect(asks.exec(text)?.[0]).toBeUndefined();
    },
  );

  it('start the components from a file that is there', async () => {
    const start = await (await app.request(assetUrl('startScript'))).text();
    const imported = /from '\.\/([^']+)'/.exec(start)?.[1];
    expect(`/assets/${imported}`).toBe(assetUrl('govukScript'));
  });

  it.each(['/assets/govuk-frontend.css', '/assets/alongside.000000000000.css', '/assets/..%2Fassets.ts'])(
    'are no others: %s',
    async (address) => {
      expect((await app.request(address)).status).toBe(404);
    },
  );
});

async function styles(accepted?: string): Promise<Response> {
  return app.request(assetUrl('govukStyles'), {
    headers: accepted === undefined ? {} : { 'Accept-Encoding': accepted },
  });
}
