import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface MailServer {
  /** For SMTP_URL. */
  url: string;
  /** The next message to an address: its text, decoded. Waits for it; each message is given once. */
  next(to: string): Promise<string>;
  close(): Promise<void>;
}

/** A real mail server in the test's process. */
export async function startMailServer(): Promise<MailServer> {
  const arrived: { to: string; text: string }[] = [];
  const waiting: (() => void)[] = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const text = decoded(Buffer.concat(chunks).toString('utf8'));
        arrived.push(...session.envelope.rcptTo.map(({ address }) => ({ to: address, text })));
        for (const look of waiting.splice(0)) look();
        done();
      });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    async next(to) {
      for (;;) {
        const found = arrived.findIndex((message) => message.to === to);
        if (found !== -1) return arrived.splice(found, 1)[0]!.text;
        await new Promise<void>((look) => waiting.push(look));
      }
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

function decoded(source: string): string {
  if (!/^content-transfer-encoding: quoted-printable/im.test(source)) return source;
  return source
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}
