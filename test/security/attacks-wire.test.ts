import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../database/harness.ts';
import { siteOn } from '../site.ts';

const database = testDatabase();
let server: ReturnType<typeof createAdaptorServer>;

beforeAll(async () => {
  server = createAdaptorServer({ fetch: siteOn(database).fetch });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => server.close());

/** Writes these bytes to a socket of the site, as no client library would, and gives all that comes back. */
async function answerTo(bytes: string): Promise<string> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  let text = '';
  socket.on('data', (piece: Buffer) => (text += piece.toString('latin1')));
  // A request that is not understood is answered and the connection closed; a reset is an answer too.
  socket.on('error', () => {});
  socket.setTimeout(3000, () => socket.destroy());
  socket.write(bytes, 'latin1');
  await once(socket, 'close');
  return text;
}

const lines = (...all: string[]) => `${all.join('\r\n')}\r\n\r\n`;
const HOST = 'Host: localhost';
const CLOSE = 'Connection: close';

describe('bytes that no browser sends', () => {
  it('are told from those that one does, so that the refusals below mean something', async () => {
    expect(await answerTo(lines('GET /sign-in HTTP/1.1', HOST, CLOSE))).toMatch(/^HTTP\/1\.1 200 /);
  });

  it.each([
    ['two lengths', ['POST /sign-in HTTP/1.1', HOST, 'Content-Length: 4', 'Content-Length: 40', CLOSE]],
    ['a length and chunks', ['POST /sign-in HTTP/1.1', HOST, 'Content-Length: 4', 'Transfer-Encoding: chunked', CLOSE]],
    ['chunks by another name', ['POST /sign-in HTTP/1.1', HOST, 'Transfer-Encoding: xchunked', CLOSE]],
    ['a header without a name', ['GET / HTTP/1.1', HOST, ': yes', CLOSE]],
    ['a header folded over two lines', ['GET / HTTP/1.1', HOST, 'X-A: b', ' c', CLOSE]],
    ['a line end in a header', ['GET / HTTP/1.1', HOST, 'X-A: b\rSet-Cookie: c', CLOSE]],
    ['a byte of nothing in a header', ['GET / HTTP/1.1', HOST, 'Cookie: session=a\0b', CLOSE]],
    ['a flood of headers', ['GET / HTTP/1.1', HOST, `X-A: ${'b'.repeat(20_000)}`, CLOSE]],
    ['an address with a blank', ['GET /schools/1 2 HTTP/1.1', HOST, CLOSE]],
    ['no host', ['GET / HTTP/1.1', CLOSE]],
    ['another protocol', ['GET / HTTP/3.7', HOST, CLOSE]],
  ])('%s: are no request', async (_, request) => {
    expect(await answerTo(lines(...request))).toMatch(/^(HTTP\/1\.1 4\d\d |$)/);
  });

  it.each(['TRACE', 'CONNECT', 'DEBUG', 'PUT'])('%s is not served', async (method) => {
    const answer = await answerTo(lines(`${method} /sign-in HTTP/1.1`, HOST, 'X-Told: secret', CLOSE));
    expect(answer).toMatch(/^(HTTP\/1\.1 4\d\d |$)/);
    expect(answer).not.toContain('X-Told');
  });

  it.each(['http://evil.example/sign-in', '//evil.example/sign-in', '/%5cevil.example', '/..%2f..%2fetc/passwd', '/%'])(
    'the address %s leads nowhere else',
    async (target) => {
      const answer = await answerTo(lines(`GET ${target} HTTP/1.1`, HOST, CLOSE));
      expect(answer).toMatch(/^HTTP\/1\.1 [234]\d\d /);
      expect(answer).not.toMatch(/^location: (https?:)?\/\/evil/im);
      expect(answer).not.toContain('root:');
    },
  );
});
