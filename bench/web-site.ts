// The site of bench/web.ts, in a process of its own, on a database that is running already.
import { createAdaptorServer } from '@hono/node-server';
import { siteSecret } from '../src/access/secret.ts';
import { createApp } from '../src/app.tsx';
import { readConfig } from '../src/config.ts';
import { openDatabase } from '../src/db/connect.ts';

const config = { ...readConfig(), demonstration: false, providersFile: null };
const { db, pool } = await openDatabase(config, { command: 'bench/web-site', exclusive: false });
const url = 'http://127.0.0.1';
const server = createAdaptorServer(
  createApp({ db, pool, config, siteUrl: 'http://localhost', secret: siteSecret(config) }),
);
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address !== null && typeof address === 'object') process.send?.({ url: `${url}:${address.port}` });
});
