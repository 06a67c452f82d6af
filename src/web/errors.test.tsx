import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { describe, expect, it } from 'vitest';
import { answerError, answerNotFound, BadRequest, NotFound, NotOurs } from './errors.tsx';

function appWith(thrown: Error, log: (line: string) => void = () => {}): Hono {
  const app = new Hono();
  app.get('/here', () => {
    throw thrown;
  });
  app.notFound(answerNotFound);
  app.onError(answerError(log));
  return app;
}

describe('an address that no page has', () => {
  it('answers 404 with ways on', async () => {
    const answer = await appWith(new Error()).request('/nowhere');
    expect(answer.status).toBe(404);
    const html = await answer.text();
    expect(html).toContain('<title>Page not found – Alongside</title>');
    expect(html).toContain('href="/search"');
  });
});

describe('a refusal by a route', () => {
  it('answers 404 and says what there is not', async () => {
    const answer = await appWith(new NotFound('There is no school with URN 999999.')).request('/here');
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('There is no school with URN 999999.');
  });

  it('answers 400 and says the mend, escaped', async () => {
    const answer = await appWith(new BadRequest('"<b>" is not a URN: give six digits.')).request('/here');
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('&quot;&lt;b>&quot; is not a URN: give six digits.');
  });

  it('keeps the status of a refusal by the framework', async () => {
    const answer = await appWith(new HTTPException(413, { message: 'Too much was sent.' })).request('/here');
    expect(answer.status).toBe(413);
    expect(await answer.text()).toContain('Too much was sent.');
  });
});

describe('a try to get around the locks', () => {
  it.each([
    [new NotOurs('The page you sent this from is out of date.'), 400],
    [new HTTPException(403, { message: 'Forbidden' }), 403],
  ])('is refused and told in the log: %s', async (thrown, status) => {
    const lines: string[] = [];
    const answer = await appWith(thrown, (line) => lines.push(line)).request('/here?token=secret');
    expect(answer.status).toBe(status);
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0]!)).toMatchObject({ refused: thrown.message, method: 'GET', path: '/here', ip: null });
    expect(lines[0]).not.toContain('secret');
  });

  it('is not what a mistyped address is', async () => {
    const lines: string[] = [];
    await appWith(new BadRequest('"x" is not a URN'), (line) => lines.push(line)).request('/here');
    expect(lines).toEqual([]);
  });
});

describe('a fault of ours', () => {
  it('answers 500 with an id and nothing else of the error, and logs the error under that id on one line', async () => {
    const lines: string[] = [];
    const fault = new Error('password=hunter2');
    const answer = await appWith(fault, (line) => lines.push(line)).request('/here?name=secret');
    const html = await answer.text();
    expect(answer.status).toBe(500);
    expect(html).not.toContain('hunter2');
    expect(html).not.toContain('errors.test');

    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^[^\n]+\n$/);
    const logged = JSON.parse(lines[0] ?? '') as Record<string, string>;
    expect(logged).toEqual({
      at: expect.stringMatching(/^\d{4}-.*Z$/) as string,
      id: expect.stringMatching(/^[0-9a-f]{8}$/),
      method: 'GET',
      path: '/here',
      error: fault.stack,
    });
    expect(html).toContain(`<strong>${logged.id}</strong>`);
  });

  it('is none when the browser gave its request up while it was read', async () => {
    const lines: string[] = [];
    const givenUp = Object.assign(new Error('aborted'), { code: 'ECONNRESET' });
    expect((await appWith(givenUp, (line) => lines.push(line)).request('/here')).status).toBe(400);
    expect(lines).toEqual([]);
  });

  it('is a fault too when the framework says so', async () => {
    const answer = await appWith(new HTTPException(502, { message: 'upstream 10.0.0.7' })).request('/here');
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain('10.0.0.7');
  });
});
