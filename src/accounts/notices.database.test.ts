import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/database/harness.ts';
import { ask, siteOn } from '../../test/site.ts';

const PUBLIC = ['/', '/areas', '/search?q=high', '/sources', '/accessibility', '/privacy', '/cookies', '/need'];

describe('what the site says of data and cookies', () => {
  const database = testDatabase();

  it('tells how long records are kept and within how many days one is answered, from the policy', async () => {
    const html = await (await ask(siteOn(database), null, '/privacy')).text();
    expect(html).toMatch(/people without a role.*72 months/s);
    expect(html).toContain('within 30 days');
    expect(html).not.toContain('Mail leaves');
    const app = siteOn(database, { mail: { by: 'notify', apiKey: 'x', templateId: 'y', baseUrl: null } });
    expect(await (await ask(app, null, '/privacy')).text()).toContain('Mail leaves through GOV.UK Notify.');
  });

  it('sets no cookie on public pages, and names the one that a form sets', async () => {
    const app = siteOn(database);
    for (const path of PUBLIC) expect((await ask(app, null, path)).headers.get('set-cookie'), path).toBeNull();
    const [name] = (await ask(app, null, '/complaints')).headers.get('set-cookie')!.split('=');
    expect(await (await ask(app, null, '/cookies')).text()).toContain(`<code>${name}</code>`);
  });
});
