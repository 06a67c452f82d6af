import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

const SECRET = 'x'.repeat(32);
const ELSEWHERE = 'postgres://alongside@db.example.org/alongside?sslmode=verify-full';
const HERE = 'postgres://localhost/alongside';

const read = (env: Record<string, string>) => readConfig(env, false);

describe('the settings', () => {
  it('are made for a laptop where nothing is said', () => {
    expect(read({})).toMatchObject({
      databaseUrl: null,
      port: 3000,
      host: '127.0.0.1',
      colour: false,
      siteUrl: null,
      proxies: 0,
      secret: null,
      demonstration: true,
      providersFile: null,
      mail: null,
    });
  });

  it('take one road service, by an address of http or https and the name of its roads', () => {
    expect(read({}).roads).toBeNull();
    expect(read({ OSRM_URL: 'http://127.0.0.1:5000/' }).roads).toEqual({
      provider: 'osrm',
      url: 'http://127.0.0.1:5000',
      version: 'unnamed',
    });
    expect(read({ VALHALLA_URL: 'https://roads.example.org/v3', ROADS_VERSION: 'england-2026-10' }).roads).toEqual({
      provider: 'valhalla',
      url: 'https://roads.example.org/v3',
      version: 'england-2026-10',
    });
    expect(() => read({ OSRM_URL: 'http://a', VALHALLA_URL: 'http://b' })).toThrow('are both set');
    expect(() => read({ OSRM_URL: 'http://a', ROADS_VERSION: 'a b' })).toThrow('name the roads');
  });

  it.each(['roads', 'file:///etc/passwd', 'ftp://a', 'http://me:secret@a', 'http://a?key=secret', 'http://a#b'])(
    'refuse OSRM_URL=%j without repeating it',
    (OSRM_URL) => {
      expect(() => read({ OSRM_URL })).toThrow(/^OSRM_URL is not the address of a road service: (?!.*(secret|passwd))/);
    },
  );

  it.each(['x', '-1', '65536', '80.5', ''])('refuse PORT=%j', (PORT) => {
    expect(() => read({ PORT })).toThrow(/^PORT is ".*": set it to/);
  });

  it('ask of a database on another machine whether TLS leads there', () => {
    const bare = { DATABASE_URL: 'postgres://alongside@db.example.org/alongside', ALONGSIDE_SECRET: SECRET };
    expect(() => read(bare)).toThrow('add ?sslmode=verify-full');
    expect(read({ ...bare, DATABASE_URL: ELSEWHERE }).databaseUrl).toBe(ELSEWHERE);
    expect(read({ ...bare, PGSSLMODE: 'require' }).databaseUrl).toBe(bare.DATABASE_URL);
    expect(read({ DATABASE_URL: HERE }).databaseUrl).toBe(HERE);
  });

  it('take a login that owns the tables beside the one of the site', () => {
    const DATABASE_OWNER_URL = 'postgres://owner@localhost/alongside';
    expect(read({ DATABASE_URL: HERE, DATABASE_OWNER_URL }).databaseOwnerUrl).toBe(DATABASE_OWNER_URL);
    expect(read({ DATABASE_URL: HERE }).databaseOwnerUrl).toBeNull();
    expect(() => read({ DATABASE_OWNER_URL })).toThrow('without DATABASE_URL');
    expect(() => read({ DATABASE_URL: HERE, DATABASE_OWNER_URL: 'localhost' })).toThrow(/^DATABASE_OWNER_URL is not/);
  });

  it('count the proxies in front', () => {
    expect(read({ PROXIES: '2' }).proxies).toBe(2);
    for (const PROXIES of ['', 'yes', '-1', '1.5', '10']) {
      expect(() => read({ PROXIES })).toThrow(/^PROXIES is ".*": set it to how many/);
    }
  });

  it('say who imports, and how much may be sent at once', () => {
    expect([read({}).imports, read({}).uploadMegabytes]).toEqual(['people', 600]);
    expect(read({ IMPORTS: 'command-line', UPLOAD_MEGABYTES: '50' })).toMatchObject({
      imports: 'command-line',
      uploadMegabytes: 50,
    });
    expect(() => read({ IMPORTS: 'nobody' })).toThrow(/^IMPORTS is "nobody": set it to people/);
    for (const UPLOAD_MEGABYTES of ['', '0', '-1', '1e3', '99999']) {
      expect(() => read({ UPLOAD_MEGABYTES })).toThrow(/^UPLOAD_MEGABYTES is ".*": set it to the most/);
    }
  });

  it('refuse a database that is no PostgreSQL', () => {
    expect(() => read({ DATABASE_URL: 'mysql://localhost/x' })).toThrow('not a PostgreSQL address');
  });
});

describe('SITE_URL', () => {
  it.each([
    ['https://alongside.example.org', 'https://alongside.example.org'],
    ['https://alongside.example.org/', 'https://alongside.example.org'],
    ['https://alongside.example.org:8443', 'https://alongside.example.org:8443'],
    ['http://localhost:3000', 'http://localhost:3000'],
    ['http://127.0.0.1:3000', 'http://127.0.0.1:3000'],
  ])('%s is where people find the site', (SITE_URL, siteUrl) => {
    expect(read({ SITE_URL }).siteUrl).toBe(siteUrl);
  });

  it.each([
    'alongside.example.org',
    'http://alongside.example.org',
    'http://localhost.example.org',
    'https://alongside.example.org/path',
    'javascript:alert(1)',
  ])('refuses %s, where cookies and links would not be safe', (SITE_URL) => {
    expect(() => read({ SITE_URL })).toThrow(/^SITE_URL is/);
  });
});

describe('ALONGSIDE_SECRET', () => {
  it('is taken when it is long enough', () => {
    expect(read({ ALONGSIDE_SECRET: SECRET }).secret).toBe(SECRET);
    expect(() => read({ ALONGSIDE_SECRET: SECRET.slice(1) })).toThrow('has 31 characters');
  });

  it('is never shown in what is wrong with it', () => {
    expect(() => read({ ALONGSIDE_SECRET: 'hunter2' })).not.toThrow('hunter2');
    expect(() => read({ ALONGSIDE_SECRET: 'hunter2' })).toThrow(ConfigError);
  });

  it('must be given with a database on another machine, whose copies of the site share it', () => {
    expect(() => read({ DATABASE_URL: ELSEWHERE })).toThrow('ALONGSIDE_SECRET is not set');
    expect(read({ DATABASE_URL: HERE }).secret).toBeNull();
    expect(read({ DATABASE_URL: ELSEWHERE, ALONGSIDE_SECRET: SECRET }).secret).toBe(SECRET);
  });
});

describe('DEMONSTRATION', () => {
  it.each<[boolean, Record<string, string>]>([
    [true, {}],
    [false, { DEMONSTRATION: 'off' }],
    [false, { NODE_ENV: 'production' }],
    [true, { NODE_ENV: 'development' }],
    [false, { HOST: '0.0.0.0' }],
    [false, { SITE_URL: 'https://alongside.example.org' }],
    [true, { HOST: '0.0.0.0', DEMONSTRATION: 'on' }],
    [true, { HOST: 'localhost' }],
    [false, { DATABASE_URL: HERE }],
    [true, { DATABASE_URL: HERE, DEMONSTRATION: 'on' }],
    [false, { DATABASE_URL: ELSEWHERE, ALONGSIDE_SECRET: SECRET }],
    [false, { DATABASE_URL: ELSEWHERE, ALONGSIDE_SECRET: SECRET, DEMONSTRATION: 'off' }],
  ])('is %j with %j', (on, env) => {
    expect(read(env).demonstration).toBe(on);
  });

  it('is refused in production', () => {
    expect(() => read({ DEMONSTRATION: 'on', NODE_ENV: 'production' })).toThrow('NODE_ENV=production');
  });

  it('is nothing but on or off', () => {
    expect(() => read({ DEMONSTRATION: 'yes' })).toThrow('set it to on or off');
  });

  const on = { DEMONSTRATION: 'on', ALONGSIDE_SECRET: SECRET, PGSSLMODE: 'require' };

  it.each([
    ELSEWHERE,
    'postgresql://user:localhost@db.example.org/x',
    'postgres://localhost.example.org/x',
    'postgres://192.0.2.1:5432/x',
    'postgres://[2001:db8::1]/x',
    'postgres://localhost/x?host=db.example.org',
    'postgres://localhost@db.example.org/localhost',
    'postgres://localhost/x?host=localhost&host=db.example.org',
    'postgres://db.example.org/x?host=',
    'postgres:///x?host=db.example.org',
    'postgres://user@/x?host=db.example.org',
  ])('is refused with %s, a database on another machine', (DATABASE_URL) => {
    expect(() => read({ ...on, DATABASE_URL })).toThrow('DEMONSTRATION=on with a database on another machine');
  });

  it.each([
    HERE,
    'postgres://user:password@127.0.0.1:5432/x',
    'postgres://[::1]:5432/x',
    'postgres:///x?host=/var/run/postgresql',
    'postgres://user@/x?host=%2Ftmp%2Fsocket',
    'postgres://%2Fvar%2Frun%2Fpostgresql/x',
    'postgres:///x',
  ])('may be on with %s, a database on this one', (DATABASE_URL) => {
    expect(read({ ...on, DATABASE_URL }).demonstration).toBe(true);
  });
});

describe('a database whose address names no host', () => {
  it('is where PGHOST says, as it is for pg', () => {
    const env = { DEMONSTRATION: 'on', ALONGSIDE_SECRET: SECRET, DATABASE_URL: 'postgres:///x', PGSSLMODE: 'require' };
    expect(() => read({ ...env, PGHOST: 'db.example.org' })).toThrow('a database on another machine');
    expect(read({ ...env, PGHOST: '/var/run/postgresql' }).demonstration).toBe(true);
  });
});

describe('mail', () => {
  const smtp = { SMTP_URL: 'smtps://user:password@mail.example.org:465', MAIL_FROM: 'alongside@example.org' };
  const notify = { NOTIFY_API_KEY: 'key', NOTIFY_TEMPLATE_ID: 'template' };

  it('leaves by SMTP', () => {
    expect(read(smtp).mail).toEqual({ by: 'smtp', url: smtp.SMTP_URL, from: smtp.MAIL_FROM });
  });

  it('leaves by GOV.UK Notify', () => {
    expect(read(notify).mail).toEqual({ by: 'notify', apiKey: 'key', templateId: 'template', baseUrl: null });
    expect(read({ ...notify, NOTIFY_BASE_URL: 'http://localhost:1' }).mail).toMatchObject({
      baseUrl: 'http://localhost:1',
    });
  });

  it.each<[string, Record<string, string>]>([
    ['are both set', { ...smtp, ...notify }],
    ['is not a mail server', { ...smtp, SMTP_URL: 'https://mail.example.org' }],
    ['MAIL_FROM is not set', { SMTP_URL: smtp.SMTP_URL }],
    ['NOTIFY_TEMPLATE_ID is not set', { NOTIFY_API_KEY: 'key' }],
  ])('does not start half set: %s', (message, env) => {
    expect(() => read(env)).toThrow(message);
  });

  it('says what is wrong without the password in it', () => {
    for (const env of [{ ...smtp, SMTP_URL: 'http://user:hunter2@x' }, { SMTP_URL: 'smtp://user:hunter2@x' }]) {
      expect(() => read(env)).toThrow(ConfigError);
      expect(() => read(env)).not.toThrow('hunter2');
    }
  });
});
