import type { Kysely } from 'kysely';
import type { Scope } from '../../../access/scope.ts';
import { writeAs, type Written } from '../../../access/scoped.ts';
import type { Database } from '../../../db/schema.ts';
import type { applyForDesignation, runDesignation } from '../../policy.ts';
import { fileOfApplication } from '../../queries/designation/file-of-application.ts';
import { aloneInApplication, partsIn } from '../../queries/designation/parts.ts';
import { readRounds } from '../../queries/designation/rounds.ts';
import { openBefore } from '../../rules/designation/gates.ts';
import type { DesignationProcess } from '../../rules/designation/process.ts';
import { type ApplicationState, moveBy } from '../../rules/designation/states.ts';
import { addMove } from './add-move.ts';
import { designateApplicant } from './designate.ts';
import { tellApplicant } from './tell-applicant.ts';

export interface MoveAsked {
  to: ApplicationState;
  /** How many moves the form knew of: somebody else may have moved it since. */
  version: number;
  words: string;
  /** ISO day, of a decision that is deferred. */
  untilOn: string | null;
}

export interface Moving {
  processOf: (id: string) => DesignationProcess;
  /** Months after which a designation in the role is reviewed. */
  reviewMonthsOf: (role: string) => number;
  /** ISO day. */
  today: string;
  /** The whole address of the applicant's page. */
  linkTo: (urn: number, applicationId: string) => string;
}

export type Moved =
  | { ok: true; from: ApplicationState }
  | { ok: false; reason: 'no such application' | 'changed' | 'not yours' | 'no reason' | 'no day' }
  | { ok: false; reason: 'open'; open: string[] };

/**
 * Takes an application from state to state, as the table of states allows whoever acts, once everything before it is done. A designation
 * goes into the register and the outcome to the applicant in the same transaction.
 */
export function moveApplication(
  db: Kysely<Database>,
  scope: Scope<typeof runDesignation.verb | typeof applyForDesignation.verb>,
  applicationId: string,
  { to, version, words, untilOn }: MoveAsked,
  { processOf, reviewMonthsOf, today, linkTo }: Moving,
): Promise<Moved> {
  const { person } = scope;
  if (!person?.acting) throw new Error(`${scope.verb} is done by a person`);
  const by = { person: person.id, role: person.acting.role };
  return writeAs(db, scope, async (transaction): Promise<Written<Moved>> => {
    const detail = { application: applicationId, to };
    const failed = (result: Extract<Moved, { ok: false }>): Written<Moved> => ({
      result,
      outcome: result.reason === 'not yours' ? 'refused' : 'failed',
      detail: { ...detail, reason: result.reason },
    });
    await aloneInApplication(transaction, applicationId);
    const file = await fileOfApplication(transaction, applicationId);
    const [round] = file === null ? [] : await readRounds(transaction, { roundId: file.application.roundId });
    if (file === null || round === undefined) return failed({ ok: false, reason: 'no such application' });
    const { application } = file;
    if (application.moves.length !== version) return failed({ ok: false, reason: 'changed' });
    const parts = await partsIn(transaction, applicationId);
    const move = moveBy(application.state, to, parts);
    // What follows of itself is nobody's to ask for.
    const part = move?.by.find((one) => one !== 'house' && parts.includes(one));
    if (move === null || part === undefined) return failed({ ok: false, reason: 'not yours' });
    const process = processOf(round.process);
    const open = openBefore({ ...file, to, process, today });
    if (open.length > 0) return failed({ ok: false, reason: 'open', open });
    const late = to === 'eligibility check' && file.references.some(({ answer }) => answer === null);
    if ((move.reason || late) && words === '') return failed({ ok: false, reason: 'no reason' });
    if (to === 'deferred' && (untilOn === null || untilOn <= today)) return failed({ ok: false, reason: 'no day' });
    await addMove(transaction, {
      applicationId,
      organisationId: application.organisationId,
      number: version + 1,
      from: application.state,
      to,
      part,
      words: words || null,
      untilOn: to === 'deferred' ? untilOn : null,
      by,
    });
    if (to === 'designated' || to === 'deferred' || to === 'declined') {
      const { applicant_email: email } = await transaction
        .selectFrom('designation_application')
        .select('applicant_email')
        .where('id', '=', applicationId)
        .executeTakeFirstOrThrow();
      if (to === 'designated')
        await designateApplicant(
          transaction,
          { ...by, organisationId: application.organisationId },
          { application, email, round, reviewMonths: reviewMonthsOf(round.role), reason: words, today },
        );
      const link = linkTo(application.urn, applicationId);
      await tellApplicant(transaction, { application, email, round, process, to, reason: words, untilOn, today, link });
    }
    return { result: { ok: true, from: application.state }, detail: { ...detail, from: application.state, part } };
  });
}
