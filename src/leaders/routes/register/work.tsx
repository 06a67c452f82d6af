import type { ActingReader } from '../../../access/acting-reader.ts';
import type { WorkItem } from '../../../calendar/work-item.ts';
import { daysAfter } from '../../../opendata/rules/london-time.ts';
import { paths } from '../../../web/paths.ts';
import { keepRegister } from '../../policy.ts';
import { leadersInService } from '../../queries/register/leaders.ts';
import { designationsOf } from '../../queries/register/profile.ts';
import { ownStaleEntries } from '../../queries/register/own-stale.ts';
import { standingDesignations } from '../../rules/register/designation.ts';
import { isStale } from '../../rules/register/ledger.ts';
import { registerToday } from './asked-for.tsx';

const KIND = 'Leaders’ register';

/** What registers ask of a person: of a leader to confirm their days, of a service the reviews of designations and offers of days that are stale. */
export async function registerWork(reader: ActingReader): Promise<WorkItem[]> {
  return [...(await ownDays(reader)), ...(await ofService(reader))];
}

async function ownDays({ transaction, person, today }: ActingReader): Promise<WorkItem[]> {
  const { capacity } = registerToday().policy;
  const entries = await ownStaleEntries(transaction, person.id, { today, staleAfterDays: capacity.staleAfterDays });
  return entries.map(({ id, service, staleSince }) => ({
    key: `leader:${id}:days:${staleSince}`,
    title: 'Confirm the days that you can give',
    href: paths.ownEntry(id, 'days'),
    due: daysAfter(staleSince, capacity.answerDays),
    since: staleSince,
    about: service ?? 'Your entry as a leader',
    kind: KIND,
  }));
}

async function ofService({ transaction, person, may, today }: ActingReader): Promise<WorkItem[]> {
  const { id: organisationId } = person.acting.organisation;
  if (!may(keepRegister, { kind: 'organisation', organisationId })) return [];
  const { capacity, reviews } = registerToday().policy;
  const leaders = await leadersInService(transaction, organisationId, today);
  const stale = leaders.filter(
    ({ status, confirmedOn }) => status === 'active' && isStale(confirmedOn, today, capacity.staleAfterDays),
  );
  const toReview = leaders.filter(
    ({ reviewOn }) => reviewOn !== null && reviewOn <= daysAfter(today, reviews.remindDays),
  );
  const designations = await designationsOf(
    transaction,
    toReview.map(({ id }) => id),
  );
  const due = toReview.flatMap((leader) =>
    standingDesignations(designations.get(leader.id) ?? [])
      .standing.filter(({ status, reviewOn }) => status !== 'ended' && reviewOn !== null)
      .filter(({ reviewOn }) => reviewOn! <= daysAfter(today, reviews.remindDays))
      .map(({ id, reviewOn }): WorkItem => ({
        key: `leader-designation:${id}:review`,
        title: 'Review a designation',
        href: paths.leader(organisationId, leader.id),
        due: reviewOn,
        since: daysAfter(reviewOn!, -reviews.remindDays),
        about: leader.name,
        kind: KIND,
      })),
  );
  if (stale.length === 0) return due;
  return [
    ...due,
    {
      // One for all of them: a register that was read from a file has nobody's days yet.
      key: `register:${organisationId}:days`,
      title: `See that leaders confirm their days (${stale.length})`,
      href: paths.register(organisationId, { due: 'days' }),
      due: null,
      since: null,
      about: person.acting.organisation.name,
      kind: KIND,
    },
  ];
}
