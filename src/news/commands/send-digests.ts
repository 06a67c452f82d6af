import { type Kysely, sql } from 'kysely';
import type { Scope } from '../../access/scope.ts';
import { writeAs } from '../../access/scoped.ts';
import type { Database } from '../../db/schema.ts';
import { queueMail } from '../../mail/queue-mail.ts';
import type { MailTemplate } from '../../mail/templates.ts';
import { type DueSubscription, dueSubscriptions } from '../queries/due-subscriptions.ts';
import { lastDrawn } from '../queries/last-drawn.ts';
import { newsAboutOf } from '../queries/news-about.ts';
import { newsCounts, newsItems } from '../queries/news-items.ts';
import { newsPolicyAsAt } from '../queries/news-policy.ts';
import { digestParts, type Frequency } from '../rules/digest.ts';
import { type NewsAbout, nameOf } from '../rules/news-list.ts';

/** Whole addresses for a letter: of the page with the same news, and of the way out. */
export interface DigestLinks {
  pageOf: (about: NewsAbout) => string;
  unsubscribe: (subscriptionId: string) => string;
}

/**
 * Writes to everybody who gets news in this round and for whose area or trust there is some since their last letter. Each letter is
 * queued in the transaction that notes it as sent, so that none goes twice. Says how many were queued.
 */
export async function sendDigests(
  db: Kysely<Database>,
  scope: Scope<'news.send'>,
  links: DigestLinks,
  round: Frequency,
  now: Date,
): Promise<number> {
  const until = await lastDrawn(db);
  const { mostLines } = newsPolicyAsAt(now.toISOString().slice(0, 10)).digest;
  let queued = 0;
  for (const due of await dueSubscriptions(db, scope, round, now)) {
    const template = await letterFor(db, due, links, { until, mostLines });
    if (template !== null && (await send(db, scope, due, template, until, now))) queued += 1;
  }
  return queued;
}

async function letterFor(
  db: Kysely<Database>,
  { id, organisation, toldTo }: DueSubscription,
  links: DigestLinks,
  { until, mostLines }: { until: number; mostLines: number },
): Promise<MailTemplate | null> {
  const about = await newsAboutOf(db, organisation);
  if (about === null) return null;
  const asked = { about, ofThePresent: true, after: toldTo, upTo: until };
  const items = await newsItems(db, asked, { limit: mostLines });
  if (items.length === 0) return null;
  const total = [...(await newsCounts(db, asked)).values()].reduce((sum, count) => sum + count, 0);
  return {
    name: 'news digest',
    about: nameOf(about),
    parts: digestParts(items),
    more: total - items.length,
    link: links.pageOf(about),
    unsubscribe: links.unsubscribe(id),
  };
}

async function send(
  db: Kysely<Database>,
  scope: Scope<'news.send'>,
  { id, personId, email, organisation, toldTo }: DueSubscription,
  template: MailTemplate,
  until: number,
  now: Date,
): Promise<boolean> {
  return writeAs(db, scope, async (transaction) => {
    const { numUpdatedRows } = await transaction
      .updateTable('news_subscription')
      .set({ told_to: until, sent_at: sql<Date>`${now}` })
      .where('id', '=', id)
      // Another process of the site may have written meanwhile, or the person ended it.
      .where('told_to', '=', toldTo)
      .executeTakeFirst();
    const goes = numUpdatedRows === 1n;
    if (goes) await queueMail(transaction, { to: email, template, organisationId: organisation.id, personId });
    return { result: goes, outcome: goes ? 'done' : 'failed', personId, detail: { subscription: id, toldTo: until } };
  });
}
