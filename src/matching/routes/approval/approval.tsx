import { type Context, Hono } from 'hono';
import type { Kysely } from 'kysely';
import type { Database } from '../../../db/schema.ts';
import type { FormState } from '../../../need/pages/round/rounds.tsx';
import { boxesOf, formState, organisationOf, organisationSubjectOf } from '../../../need/routes/round/asked-for.tsx';
import { daysAfter } from '../../../opendata/rules/london-time.ts';
import { NotFound } from '../../../web/errors.tsx';
import { formOf } from '../../../web/forgery.ts';
import { may, mayAlso, scopeOf } from '../../../web/may.ts';
import { paths } from '../../../web/paths.ts';
import { page } from '../../../web/render.tsx';
import { type Approved, approve } from '../../commands/approval/approve.ts';
import { noteInterest } from '../../commands/approval/note-interest.ts';
import { putForward } from '../../commands/approval/put-forward.ts';
import { ApprovalPage } from '../../pages/approval/approval.tsx';
import { ApproveOnePage, ENDS } from '../../pages/approval/approve-one.tsx';
import { ApprovedPage } from '../../pages/approval/approved.tsx';
import {
  type ApprovalScope,
  approvePairs,
  exportApproved,
  putForward as forwardPermission,
  readApproval,
} from '../../policy.ts';
import { approvalView, approvedView, lineView } from '../../queries/approval/views.ts';
import { approvedTable } from '../../rules/approval/approved-table.ts';
import type { Blocked } from '../../rules/approval/choices.ts';
import { isPair } from '../../rules/approval/pair.ts';
import { approveForm, approveOneForm, ownInterestForm, readPutForward } from '../../schema/approval-forms.ts';
import { readForm } from '../../../need/schema/form-fields.ts';
import { choicesOf, found, idIn, interestPolicyOfToday, readerOf, ROUND, today } from './asked-for.tsx';
import { type TableFile, tableFile } from '../table-file.tsx';

/** A plan put forward, approved pair by pair or all at once, and the list of what was. */
export function approvalRoutes({ db }: { db: Kysely<Database> }): Hono {
  return new Hono()
    .get(`${ROUND}/approval`, may(readApproval, organisationSubjectOf), (c) =>
      approvalPage(c, db, scopeOf(c, readApproval)),
    )
    .post(`${ROUND}/forward`, may(forwardPermission, organisationSubjectOf), async (c) => {
      const scope = scopeOf(c, forwardPermission);
      const roundId = idIn(c, 'round');
      const form = await formOf(c);
      const read = readPutForward(form, today());
      if (!read.ok) return approvalPage(c, db, scope, { form: formState(form, read.errors) });
      const { siteUrl } = c.get('site');
      const { proposal: proposalId, answerBy, note } = read.value;
      const done = await putForward(
        db,
        scope,
        roundId,
        { proposalId, answerBy, words: note },
        { linkTo: (urn) => siteUrl + paths.declarations(urn) },
      );
      if (done.ok) return toApproval(c, roundId, 'forward');
      if (done.reason === 'no such round') throw new NotFound('There is no such round.');
      const message = done.reason === 'over' ? OVER : NOT_FORWARD[done.reason];
      return approvalPage(c, db, scope, { form: formState(form, { proposal: message }) }, 409);
    })
    .post(`${ROUND}/interest`, may(approvePairs, organisationSubjectOf), async (c) => {
      const scope = scopeOf(c, approvePairs);
      const roundId = idIn(c, 'round');
      const form = await formOf(c);
      const read = readForm(ownInterestForm, form);
      if (!read.ok) return approvalPage(c, db, scope, { form: formState(form, read.errors) });
      const { kind, urn, interest } = read.value;
      const done = await noteInterest(db, scope, roundId, { kind, urn: urn!, words: interest });
      if (done.ok) return toApproval(c, roundId, 'noted');
      if (done.reason === 'no such round') throw new NotFound('There is no such round.');
      const message = done.reason === 'over' ? OVER : NOT_NOTED[done.reason];
      return approvalPage(c, db, scope, { form: formState(form, { urn: message }) }, 409);
    })
    .post(`${ROUND}/pairs`, may(approvePairs, organisationSubjectOf), async (c) => {
      const scope = scopeOf(c, approvePairs);
      const roundId = idIn(c, 'round');
      const form = await formOf(c);
      const read = readForm(approveForm, form);
      if (!read.ok) return approvalPage(c, db, scope, { form: formState(form, read.errors) });
      const { line: lineIds, forward: forwardId, words } = read.value;
      const view = found(await approvalView(db, scope, readerOf(c), roundId));
      const choices = lineIds.map((lineId) => {
        const line = view.lines.find(({ id }) => id === lineId)?.line;
        return { lineId, leaderKey: line?.leaderKey ?? null, days: line?.days ?? 0, differs: null };
      });
      const done = await approve(db, scope, roundId, { forwardId, choices, words });
      if (done.ok) return toApproval(c, roundId, done.settled ? 'settled' : 'approved');
      return approvalPage(c, db, scope, refusalOf(done, form), 409);
    })
    .get(`${ROUND}/pairs/:line`, may(readApproval, organisationSubjectOf), (c) =>
      linePage(c, db, scopeOf(c, readApproval)),
    )
    .post(`${ROUND}/pairs/:line`, may(approvePairs, organisationSubjectOf), async (c) => {
      const scope = scopeOf(c, approvePairs);
      const [roundId, lineId] = [idIn(c, 'round'), idIn(c, 'line', 'pair')];
      const form = await formOf(c);
      const read = readForm(approveOneForm, form);
      if (!read.ok) return linePage(c, db, scope, formState(form, read.errors));
      const { forward: forwardId, leader, days, differs } = read.value;
      const choice = { lineId, leaderKey: leader === ENDS ? null : leader, days: days!, differs };
      const done = await approve(db, scope, roundId, { forwardId, choices: [choice], words: null });
      if (done.ok) return toApproval(c, roundId, done.settled ? 'settled' : 'approved');
      const { form: state, blocked } = refusalOf(done, form);
      const words = [...Object.values(state.errors), ...blocked.flatMap((one) => one.words)].join(' ');
      const field = words.startsWith('Say why') ? 'differs' : 'leader';
      return linePage(c, db, scope, formState(form, { [field]: words }), 409);
    })
    .get(`${ROUND}/approved`, may(readApproval, organisationSubjectOf), async (c) => {
      const view = found(await approvedView(db, scopeOf(c, readApproval), readerOf(c), idIn(c, 'round')));
      return page(c, <ApprovedPage organisation={organisationOf(c)} {...view} />);
    })
    .get(`${ROUND}/approved.csv`, may(exportApproved, organisationSubjectOf), (c) => approvedFile(c, db, 'csv'))
    .get(`${ROUND}/approved.xlsx`, may(exportApproved, organisationSubjectOf), (c) => approvedFile(c, db, 'xlsx'));
}

/** The approved pairs as a file to keep. */
async function approvedFile(c: Context, db: Kysely<Database>, kind: TableFile): Promise<Response> {
  const { round, standing } = found(await approvedView(db, scopeOf(c, exportApproved), readerOf(c), idIn(c, 'round')));
  return tableFile(c, kind, approvedTable(standing), { name: `approved-pairs-${round.from}`, sheet: 'Approved pairs' });
}

const OVER = 'The round is approved or closed: look at it as it now stands';
const NOT_FORWARD = {
  'no such proposal': 'Choose a proposal of this round',
  'not ended': 'This proposal has no plan yet: wait for its end',
} as const;
const NOT_NOTED = {
  'no such school': 'Choose a school of the plan',
  'no interest to withdraw': 'You have declared no interest in this school here',
} as const;

interface Answer {
  form?: FormState;
  blocked?: readonly Blocked[];
}

function refusalOf(
  done: Extract<Approved, { ok: false }>,
  form: Record<string, unknown>,
): { form: FormState; blocked: readonly Blocked[] } {
  if (done.reason === 'open items') return { form: formState(form), blocked: done.blocked };
  if (done.reason === 'no such round') throw new NotFound('There is no such round.');
  const message = done.reason === 'newer plan' ? 'Another plan was put forward meanwhile: look at it first' : OVER;
  return { form: formState(form, { line: message }), blocked: [] };
}

function toApproval(c: Context, roundId: string, done: string) {
  return c.redirect(paths.planningApproval(organisationOf(c).id, roundId, { done }), 303);
}

/** The page of approval, also as the answer to a form on it that could not be taken. */
async function approvalPage(
  c: Context,
  db: Kysely<Database>,
  scope: ApprovalScope,
  { form, blocked = [] }: Answer = {},
  status: 200 | 400 | 409 = form === undefined ? 200 : 400,
) {
  const view = found(await approvalView(db, scope, readerOf(c), idIn(c, 'round')));
  const { state, round } = view;
  const schools = new Map(
    (state?.forward.lines ?? []).flatMap(({ line }) =>
      [line.supported, ...(isPair(line) ? [line.home] : [])].map(({ urn, name }) => [urn, name] as const),
    ),
  );
  const all = [...schools].map(([urn, name]) => ({ urn, name })).toSorted((a, b) => a.name.localeCompare(b.name));
  return page(
    c,
    <ApprovalPage
      organisation={organisationOf(c)}
      round={round}
      state={round.state}
      forward={state?.forward ?? null}
      lines={view.lines}
      hand={view.hand}
      proposals={choicesOf(view.proposals)}
      schools={all}
      declared={all.filter(({ urn }) => state?.approver.interests.has(urn) ?? false)}
      writes={mayAlso(c, forwardPermission, organisationSubjectOf(c)) !== null}
      blocked={blocked}
      form={form ?? formState(boxesOf('answer', daysAfter(today(), interestPolicyOfToday().answerDays)))}
      done={c.req.query('done') ?? null}
    />,
    status,
  );
}

async function linePage(
  c: Context,
  db: Kysely<Database>,
  scope: ApprovalScope,
  form?: FormState,
  status: 200 | 400 | 409 = form === undefined ? 200 : 400,
) {
  const asked = { roundId: idIn(c, 'round'), lineId: idIn(c, 'line', 'pair') };
  const view = found(await lineView(db, scope, readerOf(c), asked), 'pair in the plan that is put forward');
  return page(
    c,
    <ApproveOnePage
      organisation={organisationOf(c)}
      round={view.round}
      forwardId={view.state.forward.id}
      shown={view.shown}
      instead={view.instead}
      hand={view.hand}
      acts={view.round.state === 'open' || view.round.state === 'shared'}
      form={form ?? formState()}
    />,
    status,
  );
}
