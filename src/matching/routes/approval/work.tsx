import { type ActingReader, ownSchool } from '../../../access/acting-reader.ts';
import type { WorkItem } from '../../../calendar/work-item.ts';
import { londonIsoDay } from '../../../opendata/rules/london-time.ts';
import { paths } from '../../../web/paths.ts';
import { answerPool, approvePairs, declareInterest, handleInterests, readApproval, readShared } from '../../policy.ts';
import { approvalState, type ApprovalState } from '../../queries/approval/approval-state.ts';
import { asksOf } from '../../queries/approval/asks.ts';
import { pooledRounds } from '../../queries/approval/pool.ts';
import { sharesOf } from '../../queries/approval/shares.ts';
import { readPlanningRounds } from '../../queries/round/rounds.ts';
import { askState } from '../../rules/approval/declaration.ts';
import { openFor } from '../../rules/approval/gates.ts';
import { hadAHand } from '../../rules/approval/independence.ts';
import { isPair } from '../../rules/approval/pair.ts';
import type { PlanningRound } from '../../rules/round/round.ts';

const KIND = 'Planning';

/** What planning rounds ask of a person: of heads their declarations, of a service interests and approvals, of partners and panels an answer. */
export async function planningWork(reader: ActingReader): Promise<WorkItem[]> {
  return [
    ...(await declarations(reader)),
    ...(await ownRounds(reader)),
    ...(await invitations(reader)),
    ...(await plansToRead(reader)),
  ];
}

async function declarations({ transaction, person, may }: ActingReader): Promise<WorkItem[]> {
  const school = ownSchool(person);
  if (school === null || !may(declareInterest, school)) return [];
  const asks = await asksOf(transaction, { urn: school.urn });
  return asks
    .filter(({ declaration }) => declaration === null)
    .map(({ id, answerBy, askedAt, content }) => ({
      key: `planning-ask:${id}:declare`,
      title: 'Say whether you have an interest in another school',
      href: paths.declaration(school.urn, id),
      due: answerBy,
      since: dayOf(askedAt),
      about: content.organisation,
      kind: KIND,
    }));
}

async function ownRounds(reader: ActingReader): Promise<WorkItem[]> {
  const { transaction, person, may } = reader;
  const { id: organisationId } = person.acting.organisation;
  if (!may(readApproval, { kind: 'organisation', organisationId })) return [];
  const work: WorkItem[] = [];
  for (const round of await readPlanningRounds(transaction, organisationId)) {
    if (round.state === 'closed') continue;
    const state = await approvalState(transaction, round, person.id);
    if (state !== null) work.push(...workOfRound(reader, round, state));
  }
  return work;
}

function workOfRound({ person, may }: ActingReader, round: PlanningRound, state: ApprovalState): WorkItem[] {
  const own = { kind: 'organisation', organisationId: round.organisationId } as const;
  const { forward, asks, approver } = state;
  const item = (step: string, title: string, rest: Pick<WorkItem, 'href' | 'due' | 'since'>): WorkItem => ({
    key: `planning-round:${round.id}:${forward.id}:${step}`,
    title,
    about: round.title,
    kind: KIND,
    ...rest,
  });
  const work: WorkItem[] = [];
  if (may(handleInterests, own)) {
    const interests = paths.planningApprovalPart(round.organisationId, round.id, 'interests');
    const open = asks.filter((ask) => askState(ask) === 'open');
    const [first] = open.map(({ answerBy }) => answerBy).toSorted();
    if (first !== undefined) {
      const since = open.map(({ askedAt }) => dayOf(askedAt)).toSorted()[0]!;
      const title = `See that heads answer about interests (${open.length} open)`;
      work.push(item('answers', title, { href: interests, due: first, since }));
    }
    const told = asks.filter((ask) => askState(ask) === 'to decide');
    if (told.length > 0) {
      const since = told.flatMap(({ declaration }) => (declaration === null ? [] : [dayOf(declaration.at)])).toSorted();
      const title = `Decide on declared interests (${told.length})`;
      work.push(item('interests', title, { href: interests, due: null, since: since[0] ?? null }));
    }
  }
  if (may(approvePairs, own) && hadAHand(approver).length === 0) {
    const ready = forward.lines.filter(
      ({ line }) => isPair(line) && openFor(line, line.days, state, approver).length === 0,
    );
    if (ready.length > 0) {
      const href = paths.planningApproval(person.acting.organisation.id, round.id);
      const title = `Look at pairs that you may approve (${ready.length})`;
      work.push(item('approve', title, { href, due: null, since: dayOf(forward.at) }));
    }
  }
  return work;
}

async function invitations({ transaction, person, may }: ActingReader): Promise<WorkItem[]> {
  const organisationId = person.acting.organisation.id;
  if (!may(answerPool, { kind: 'organisation', organisationId })) return [];
  const invited = (await pooledRounds(transaction)).filter(({ state }) => state === 'invited');
  return invited.map(({ id, organisation }) => ({
    key: `planning-round:${id}:join`,
    title: 'Accept or decline to pool leaders',
    href: paths.poolRound(organisationId, id),
    due: null,
    since: null,
    about: organisation,
    kind: KIND,
  }));
}

/** Plans that were shared with the person and on which they have said nothing yet. */
async function plansToRead({ transaction, person, may }: ActingReader): Promise<WorkItem[]> {
  const organisationId = person.acting.organisation.id;
  if (!may(readShared, { kind: 'organisation', organisationId })) return [];
  const shares = await sharesOf(transaction, { readerId: person.id });
  return shares
    .filter(({ plan, comments }) => plan !== null && comments.length === 0)
    .map(({ id, at, by }) => ({
      key: `planning-share:${id}:read`,
      title: 'Read and comment on a plan that is shared with you',
      href: paths.sharedPlan(organisationId, id),
      due: null,
      since: dayOf(at),
      about: `Shared by ${by}`,
      kind: KIND,
    }));
}

function dayOf(moment: string): string {
  return londonIsoDay(new Date(moment));
}
