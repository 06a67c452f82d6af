import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/database/harness.ts';
import { memberIn, organisationIn } from '../../test/factories/people.ts';
import { ask, SITE_URL, siteOn } from '../../test/site.ts';
import { writeAs } from '../access/scoped.ts';
import { deliver } from '../mail/deliver.ts';
import { queueMail } from '../mail/queue-mail.ts';
import { type MailSender, outboxSender } from '../mail/send-mail.ts';
import { operatorTask } from './policy.ts';

describe('mail as people see it', () => {
  const database = testDatabase();

  async function queued(organisationId: string | null, to: string): Promise<string> {
    const link = `${SITE_URL}/invitation?token=secret-of-${to}`;
    await writeAs(database.site.db, operatorTask('operator.invite'), async (transaction) => {
      const invitation = {
        link,
        organisation: 'Luton <b>',
        role: 'broker',
        invitedBy: 'http://evil.example/x',
        expires: '1 May',
      };
      await queueMail(transaction, {
        to,
        template: { name: 'invitation', ...invitation },
        organisationId,
        personId: null,
      });
      return { result: null };
    });
    const { rows } = await database.pool.query('select id from mail_message where to_email = $1', [to]);
    return rows[0].id as string;
  }

  it('shows an administrator what became of the mail of their organisation, and no words, and nothing of others', async () => {
    const luton = await organisationIn(database.db, 'local authority', 821);
    const dudley = await organisationIn(database.db, 'local authority', 332);
    const refusing: MailSender = {
      keepsText: false,
      send: async () => ({ ok: false, permanent: true, error: 'The mail server refused the address (answer 550)' }),
    };
    await deliver(database.site.db, refusing, await queued(luton.id, 'wrong@example.org'), { last: false });
    await queued(luton.id, 'waiting@example.org');
    await queued(dudley.id, 'theirs@example.org');
    const administrator = await memberIn(database.db, luton, 'administrator');
    const broker = await memberIn(database.db, luton, 'broker');
    const app = siteOn(database, { demonstration: false });
    const text = await (await ask(app, administrator, `/organisations/${luton.id}/mail`)).text();
    expect(text).toContain('wrong@example.org');
    expect(text).toContain('The mail server refused the address (answer 550)');
    expect(text).toContain('No way to send mail is set up');
    expect(text).not.toContain('secret-of');
    expect(text).not.toContain('theirs@example.org');
    const failed = await (await ask(app, administrator, `/organisations/${luton.id}/mail?state=failed`)).text();
    expect(failed).not.toContain('waiting@example.org');
    const sent = await (await ask(app, administrator, `/organisations/${luton.id}/mail?state=sent`)).text();
    expect(sent).toContain('No mail is in this state.');
    expect((await ask(app, administrator, `/organisations/${dudley.id}/mail`)).status).toBe(403);
    expect((await ask(app, administrator, `/organisations/821/mail`)).status).toBe(404);
    expect((await ask(app, broker, `/organisations/${luton.id}/mail`)).status).toBe(403);
    expect((await ask(app, null, `/organisations/${luton.id}/mail`)).headers.get('location')).toContain('/sign-in');
  });

  it('reads in the outbox with its own links, in demonstration mode alone', async () => {
    expect((await ask(siteOn(database, { demonstration: false }), null, '/outbox')).status).toBe(404);
    await deliver(database.site.db, outboxSender, await queued(null, 'outbox@example.org'), { last: false });
    const text = await (await ask(siteOn(database, { demonstration: true }), null, '/outbox')).text();
    expect(text).toContain(`<a class="govuk-link" href="${SITE_URL}/invitation?token=secret-of-outbox@example.org">`);
    expect(text).toContain('Luton &lt;b>');
    expect(text).not.toContain('href="http://evil.example');
  });
});
