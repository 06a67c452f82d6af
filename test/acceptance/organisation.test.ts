import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { alongside, type Site, startSite } from '../commands.ts';
import { loadedHome } from '../loaded-home.ts';

let home: string;
let remove: () => void;
let site: Site;
beforeAll(async () => {
  ({ home, remove } = await loadedHome());
  site = await startSite(home);
});
afterAll(() => remove());

interface OrganisationJson {
  id: string;
  name: string;
  made: boolean;
}

async function organisation(args: string[]): Promise<OrganisationJson> {
  const { code, stdout, stderr } = await alongside(home, ['organisation', ...args, '--json']);
  expect(stderr + code).toBe('0');
  return JSON.parse(stdout) as OrganisationJson;
}

describe('the first administrator of an organisation', () => {
  let id: string;

  it('has an organisation, named as the register names it, made once', async () => {
    const made = await organisation(['--kind', 'local authority', '--key', '886']);
    expect(made).toMatchObject({ name: 'Kent', made: true });
    ({ id } = made);
    expect(await organisation(['--kind', 'local authority', '--key', '886'])).toEqual({ ...made, made: false });
    for (const args of [
      ['--kind', 'local authority', '--key', '111'],
      ['--kind', 'hub'],
      ['--kind', 'hub', '--key', '5', '--name', 'Hub'],
      ['--kind', 'school'],
    ]) {
      const { code, stderr } = await alongside(home, ['organisation', ...args]);
      expect(code).toBe(1);
      expect(stderr.trim().split('\n')).toHaveLength(1);
    }
    expect((await alongside(home, ['organisation', '--kind', 'shop'])).code).toBe(2);
  });

  it('is invited from the command line; the running site sends the mail, and its link opens the invitation', async () => {
    const who = ['--name', 'Ada Minton', '--email', 'Ada@Example.org'];
    const args = ['invite', '--organisation', id, ...who, '--role', 'administrator'];
    const invited = await alongside(home, [...args, '--json'], { SITE_URL: site.url });
    expect(invited.stderr + invited.code).toBe('0');
    const { link } = JSON.parse(invited.stdout) as { link: string };
    expect(link).toMatch(new RegExp(`^${site.url}/invitation\\?token=`));
    const page = await fetch(link);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('Kent');
    const outbox = async () => (await fetch(`${site.url}/outbox`)).text();
    while (!(await outbox()).includes('ada@example.org')) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await outbox()).toContain(link);
    const again = await alongside(home, args);
    expect(again.code).toBe(1);
    expect(again.stderr).toContain('is invited to this role already');
    expect((await alongside(home, ['invite', '--organisation', id, ...who, '--role', 'headteacher'])).code).toBe(1);
    expect((await alongside(home, ['invite', '--organisation', id, ...who, '--role', 'owner'])).code).toBe(2);
  });

  it('leaves a site that ends cleanly, jobs and all', async () => {
    expect(await site.end('SIGTERM')).toBe(0);
  });
});
