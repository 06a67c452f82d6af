import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { notifySender } from './notify.ts';

const SERVICE = '26785a09-ab16-4eb0-8407-a37497a57506';
const SECRET = '3d844edf-8d35-48ac-975b-e847b4f122b0';
const mail = {
  id: 'message 1',
  to: 'head@example.org',
  subject: 'Choose a new password',
  text: 'Open this link.',
  unsubscribeUrl: null,
  calendar: null,
};

let asked: { url: string | undefined; bearer: string; body: unknown }[] = [];
let answer: { status: number; body: object };
const server = createServer(async (request, response) => {
  asked.push({
    url: request.url,
    bearer: String(request.headers.authorization).replace('Bearer ', ''),
    body: JSON.parse(await textOf(request)),
  });
  response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body));
});

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}

let baseUrl: string;
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const sender = () =>
  notifySender({ by: 'notify', apiKey: `alongside-${SERVICE}-${SECRET}`, templateId: 'template 1', baseUrl });

describe('mail by GOV.UK Notify', () => {
  it('asks for the template with subject and body, under a token signed with the key', async () => {
    asked = [];
    answer = { status: 201, body: { id: 'notification 1' } };
    expect(await sender().send(mail)).toEqual({ ok: true, providerId: 'notification 1' });
    expect(asked).toMatchObject([
      {
        url: '/v2/notifications/email',
        body: {
          template_id: 'template 1',
          email_address: 'head@example.org',
          personalisation: { subject: 'Choose a new password', body: 'Open this link.' },
          reference: 'message 1',
        },
      },
    ]);
    const [header = '', claims = '', signature] = asked[0]!.bearer.split('.');
    expect(createHmac('sha256', SECRET).update(`${header}.${claims}`).digest('base64url')).toBe(signature);
    expect(JSON.parse(Buffer.from(header, 'base64url').toString())).toEqual({ typ: 'JWT', alg: 'HS256' });
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({ iss: SERVICE });
  });

  it('leads to the invitation that it cannot attach', async () => {
    asked = [];
    answer = { status: 201, body: { id: 'notification 2' } };
    const calendar = { method: 'REQUEST', content: 'BEGIN:VCALENDAR', url: 'https://x.example/visit.ics' } as const;
    await sender().send({ ...mail, calendar });
    const { personalisation } = asked[0]!.body as { personalisation: { body: string } };
    expect(personalisation.body).toContain('Add it to your calendar:\nhttps://x.example/visit.ics');
  });

  it.each([
    [400, true, 'refused the message or its address (answer 400)'],
    [403, false, "refused the site's key (answer 403)"],
    [429, false, 'limit of GOV.UK Notify is reached'],
    [500, false, 'could not take the message (answer 500)'],
  ])('says whether %i is for good', async (status, permanent, error) => {
    answer = { status, body: { errors: [{ error: 'X', message: 'head@example.org is wrong' }] } };
    const attempt = await sender().send(mail);
    expect(attempt).toEqual({ ok: false, permanent, error: expect.stringContaining(error) });
    expect(JSON.stringify(attempt)).not.toContain('head@');
  });

  it('says that the service could not be reached', async () => {
    const unreachable = notifySender({
      by: 'notify',
      apiKey: `alongside-${SERVICE}-${SECRET}`,
      templateId: 'template 1',
      baseUrl: 'http://127.0.0.1:1',
    });
    expect(await unreachable.send(mail)).toMatchObject({ ok: false, permanent: false });
  });
});
