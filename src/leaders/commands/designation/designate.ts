import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import { monthsAfter } from '../../../calendar/due-after.ts';
import { dayText } from '../../../schools/rules/figure-words.ts';
import { type Phase, phaseGroupOf } from '../../../schools/rules/facts.ts';
import type { Application, DesignationRound } from '../../rules/designation/application.ts';
import type { RegisterKeeper } from '../../rules/register/actor.ts';
import { putInRegister } from '../register/add-leader.ts';
import { writeDesignation } from '../register/designate.ts';

interface Designating {
  application: Application;
  email: string;
  round: DesignationRound;
  reviewMonths: number;
  reason: string;
  /** ISO day. */
  today: string;
}

/** Enters the designation in the register of the service, with its rule set and review date; the leader too when they are not there yet. */
export async function designateApplicant(
  transaction: ScopedTransaction,
  keeper: RegisterKeeper,
  { application, email, round, reviewMonths, reason, today }: Designating,
): Promise<void> {
  const school = await transaction
    .selectFrom('school')
    .select('phase')
    .where('urn', '=', application.urn)
    .executeTakeFirst();
  const group = school === undefined ? null : phaseGroupOf(school.phase as Phase);
  const added = await putInRegister(transaction, keeper, {
    name: application.applicant,
    email: email.toLowerCase(),
    homeUrn: application.urn,
    phases: group === null ? [] : [group],
    fields: [],
    contexts: [],
    furthestMinutes: null,
    // Until the leader says otherwise: one school at a time.
    mostSchools: 1,
    partnership: null,
  });
  if (!added.ok && added.reason !== 'there already') throw new Error(`School ${application.urn} is in no register`);
  const held = await transaction
    .selectFrom('leader_designation as d')
    .select('d.id')
    .where('d.leader_id', '=', added.id)
    .where('d.role', '=', round.role)
    .where('d.status', '<>', 'ended')
    .where((eb) =>
      eb.not(eb.exists(eb.selectFrom('leader_designation as x').select('x.id').whereRef('x.supersedes', '=', 'd.id'))),
    )
    .executeTakeFirst();
  const written = await writeDesignation(transaction, keeper, added.id, {
    role: round.role,
    body: round.organisation,
    designatedOn: today,
    evidence: `Application in the round that closed on ${dayText(round.closesOn)}. Reason given: ${reason}`.slice(
      0,
      4000,
    ),
    reviewOn: monthsAfter(today, reviewMonths),
    status: 'in force',
    ruleSet: round.ruleSet,
    supersedes: held === undefined ? null : { id: held.id, words: 'Designated anew in a round' },
  });
  if (!written.ok) throw new Error(`The designation was not written: ${written.reason}`);
}
