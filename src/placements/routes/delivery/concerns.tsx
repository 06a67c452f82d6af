import { type Context, Hono } from 'hono';
import type { Kysely } from 'kysely';
import type { Database } from '../../../db/schema.ts';
import { policyAsAt } from '../../../policies.ts';
import { formOf } from '../../../web/forgery.ts';
import { may, mayAlso, scopeOf } from '../../../web/may.ts';
import { paths } from '../../../web/paths.ts';
import { page } from '../../../web/render.tsx';
import {
  answerConcern,
  decideEscalation,
  endConcern,
  escalateConcern,
  raiseConcern as raiseConcernCommand,
  usePower,
} from '../../commands/delivery/concerns.ts';
import type { Recorded } from '../../commands/delivery/in-work.ts';
import { type ConcernDeed, ConcernPage, EscalatePage } from '../../pages/delivery/concern.tsx';
import { ConcernsPage, RaiseConcernPage } from '../../pages/delivery/concerns.tsx';
import type { WorkForm } from '../../pages/delivery/form.tsx';
import { type PlacementScope } from '../../policy.ts';
import { handleConcern, raiseConcern, readNotesOfVisit, readWork } from '../../policy/delivery.ts';
import { concernsOf, schoolKindOf } from '../../queries/delivery/read.ts';
import type { Concern } from '../../rules/delivery/concern.ts';
import { type PowerSet, powersOf } from '../../rules/delivery/powers.ts';
import { readApproval, readEnd, readEscalation, readPower } from '../../schema/delivery/escalation-form.ts';
import { readConcern, readWords } from '../../schema/delivery/forms.ts';
import { powersKind } from '../../schema/delivery/policies.ts';
import { placementSubjectOf } from '../asked-for.tsx';
import { rulesOfToday, workAskedFor } from './asked.tsx';
import { afterRefusal, EMPTY_FORM, found, readDays, recordIn, together, workForm } from './work-form.tsx';

const PLACEMENT = '/placements/:placement';
const CONCERN = `${PLACEMENT}/concerns/:concern`;

const DONE: Readonly<Record<string, string>> = {
  raised: 'The concern is raised.',
  answered: 'Your answer stands beside the concern.',
  escalated: 'Recorded: the concern is with the service, and its broker has a letter.',
  decided: 'Recorded.',
  ended: 'Saved.',
};

interface Shown {
  form?: WorkForm;
  status?: 200 | 400 | 409;
  sent?: ConcernDeed | null;
}

/** Concerns that somebody does not take part, and what is done about them. */
export function concernRoutes({ db }: { db: Kysely<Database> }): Hono {
  const subject = placementSubjectOf(db);
  const concernAsked = async (c: Context, scope: PlacementScope): Promise<Concern> => {
    const id = recordIn(c, 'concern');
    return found((await concernsOf(db, scope)).find((concern) => concern.id === id) ?? null);
  };
  const concernPage = async (
    c: Context,
    scope: PlacementScope,
    { form = EMPTY_FORM, status = 200, sent = null }: Shown = {},
  ) => {
    const { placement, part, mayDo, personId } = await workAskedFor(c, db, scope);
    const { today, policy } = rulesOfToday();
    const concern = await concernAsked(c, scope);
    return page(
      c,
      <ConcernPage
        placement={placement}
        part={part}
        concern={concern}
        groups={policy.escalation}
        powers={part === 'service' ? await powersHere(c, scope) : null}
        leave={{ raises: mayDo(raiseConcern), handles: mayDo(handleConcern), personId }}
        form={form}
        sent={sent}
        today={today}
        done={DONE[c.req.query('done') ?? ''] ?? null}
      />,
      status,
    );
  };
  const powersHere = async (c: Context, scope: PlacementScope): Promise<PowerSet> => {
    const kind = c.get('person')?.acting?.organisation.kind;
    const service = kind === 'trust' || kind === 'hub' ? kind : 'local authority';
    return powersOf(policyAsAt(powersKind, rulesOfToday().today), service, await schoolKindOf(db, scope));
  };
  const answered = async (
    c: Context,
    scope: PlacementScope,
    form: Record<string, unknown>,
    { deed, result, done }: { deed: ConcernDeed; result: Recorded; done: string },
  ) => {
    if (!result.ok) return concernPage(c, scope, { ...afterRefusal(form, result), sent: deed });
    const { placement } = await workAskedFor(c, db, scope);
    return c.redirect(paths.placementRecord(placement.id, 'concerns', result.id, undefined, { done }), 303);
  };
  const escalatePage = async (
    c: Context,
    scope: PlacementScope,
    { form = EMPTY_FORM, status = 200, ticked = {} }: Shown & { ticked?: Record<string, string[]> } = {},
  ) => {
    const { placement, part } = await workAskedFor(c, db, scope);
    const groups = rulesOfToday().policy.escalation;
    const concern = await concernAsked(c, scope);
    return page(
      c,
      <EscalatePage placement={placement} part={part} concern={concern} groups={groups} ticked={ticked} form={form} />,
      status,
    );
  };
  const raisePage = async (c: Context, scope: PlacementScope, { form = EMPTY_FORM, status = 200 }: Shown = {}) => {
    const { placement, part } = await workAskedFor(c, db, scope);
    return page(c, <RaiseConcernPage placement={placement} part={part} form={form} />, status);
  };
  return new Hono()
    .get(`${PLACEMENT}/concerns`, may(readWork, subject), async (c) => {
      const scope = scopeOf(c, readWork);
      const { placement, part, mayDo, subject: placementSubject } = await workAskedFor(c, db, scope);
      const reads = mayAlso(c, readNotesOfVisit, placementSubject) !== null;
      return page(
        c,
        <ConcernsPage
          placement={placement}
          part={part}
          concerns={reads ? await concernsOf(db, scope) : null}
          raises={mayDo(raiseConcern)}
          done={DONE[c.req.query('done') ?? ''] ?? null}
        />,
      );
    })
    .get(`${PLACEMENT}/new-concern`, may(raiseConcern, subject), (c) => raisePage(c, scopeOf(c, raiseConcern)))
    .post(`${PLACEMENT}/new-concern`, may(raiseConcern, subject), async (c) => {
      const scope = scopeOf(c, raiseConcern);
      const form = await formOf(c);
      const { today } = rulesOfToday();
      const since = { since: { name: 'the day since which it is so', when: 'today or past', today } } as const;
      const both = together(form, readConcern(form), readDays(form, since));
      if (!both.ok) return raisePage(c, scope, { form: both.form, status: 400 });
      const result = await raiseConcernCommand(db, scope, { ...both.value, sinceOn: both.days.since! });
      if (!result.ok) return raisePage(c, scope, afterRefusal(form, result));
      const { placement } = await workAskedFor(c, db, scope);
      return c.redirect(paths.placementPage(placement.id, 'concerns', { done: 'raised' }), 303);
    })
    .get(CONCERN, may(readNotesOfVisit, subject), (c) => concernPage(c, scopeOf(c, readNotesOfVisit)))
    .post(`${CONCERN}/answer`, may(raiseConcern, subject), async (c) => {
      const scope = scopeOf(c, raiseConcern);
      const { id } = await concernAsked(c, scope);
      const form = await formOf(c);
      const read = readWords(form, 'Enter what you say to it');
      if (!read.ok) return concernPage(c, scope, { form: workForm(form, read.errors), status: 400, sent: 'answer' });
      const result = await answerConcern(db, scope, id, read.value.words ?? '');
      return answered(c, scope, form, { deed: 'answer', result, done: 'answered' });
    })
    .get(`${CONCERN}/escalate`, may(raiseConcern, subject), (c) => escalatePage(c, scopeOf(c, raiseConcern)))
    .post(`${CONCERN}/escalate`, may(raiseConcern, subject), async (c) => {
      const scope = scopeOf(c, raiseConcern);
      const { id } = await concernAsked(c, scope);
      const form = await formOf(c);
      const groups = rulesOfToday().policy.escalation;
      const ticked = Object.fromEntries(groups.map(({ code }) => [code, [form[`check-${code}`]].flat().map(String)]));
      const read = readEscalation(form, groups);
      if (!read.ok) return escalatePage(c, scope, { form: workForm(form, read.errors), status: 400, ticked });
      const { placement } = await workAskedFor(c, db, scope);
      const link = c.get('site').siteUrl + paths.placementRecord(placement.id, 'concerns', id);
      const result = await escalateConcern(db, scope, id, read.value, link);
      if (!result.ok) return escalatePage(c, scope, { ...afterRefusal(form, result), ticked });
      return c.redirect(paths.placementRecord(placement.id, 'concerns', id, undefined, { done: 'escalated' }), 303);
    })
    .post(`${CONCERN}/decide`, may(handleConcern, subject), async (c) => {
      const scope = scopeOf(c, handleConcern);
      const concern = await concernAsked(c, scope);
      const form = await formOf(c);
      const { today } = rulesOfToday();
      const on = { on: { name: 'the day of the decision', when: 'today or past', today } } as const;
      const both = together(form, readApproval(form), readDays(form, on));
      if (!both.ok) return concernPage(c, scope, { form: both.form, status: 400, sent: 'decide' });
      const result = await decideEscalation(db, scope, concern.id, { ...both.value, onDay: both.days.on! });
      return answered(c, scope, form, { deed: 'decide', result, done: 'decided' });
    })
    .post(`${CONCERN}/power`, may(handleConcern, subject), async (c) => {
      const scope = scopeOf(c, handleConcern);
      const { id } = await concernAsked(c, scope);
      const form = await formOf(c);
      const { today } = rulesOfToday();
      const set = await powersHere(c, scope);
      const used = { used: { name: 'the day on which it was done', when: 'today or past', today } } as const;
      const both = together(
        form,
        readPower(
          form,
          set.powers.map(({ code }) => code),
        ),
        readDays(form, used),
      );
      if (!both.ok) return concernPage(c, scope, { form: both.form, status: 400, sent: 'power' });
      const { power: code, inCategory, words } = both.value;
      const result = await usePower(db, scope, id, { code, inCategory, words, onDay: both.days.used! }, set);
      return answered(c, scope, form, { deed: 'power', result, done: 'decided' });
    })
    .post(`${CONCERN}/end`, may(handleConcern, subject), async (c) => {
      const scope = scopeOf(c, handleConcern);
      const { id } = await concernAsked(c, scope);
      const form = await formOf(c);
      const read = readEnd(form);
      if (!read.ok) return concernPage(c, scope, { form: workForm(form, read.errors), status: 400, sent: 'end' });
      const result = await endConcern(db, scope, id, read.value);
      return answered(c, scope, form, { deed: 'end', result, done: 'ended' });
    });
}
