import { randomUUID } from 'node:crypto';
import { eligibilityOf } from '../../../leaders/rules/designation/eligibility.ts';
import type { EligibilityFacts } from '../../../leaders/rules/designation/eligibility.ts';
import type { Answers } from '../../../leaders/rules/designation/application.ts';
import { saidOf } from '../../../leaders/rules/designation/application.ts';
import type { RuleSet } from '../../../leaders/rules/designation/rule-set.ts';
import type { Player } from './cast.ts';
import type { Telling } from './story.ts';

/** What a round of designation is told by: its rules, the process in force, and what is published of the applicant's school. */
export interface DesignationTold {
  ruleSet: RuleSet;
  process: string;
  published: Pick<EligibilityFacts, 'record' | 'heads' | 'inspections'>;
}

/** A round of designation that is open, with an application that is being written and one that waits for a reference. */
export function tellDesignation(telling: Telling, { ruleSet, process, published }: DesignationTold): void {
  const { year, cast, rows, day, moment } = telling;
  const { opened, closes, panel, words, draft, submitted } = year.designation;
  const lead = cast.person(year.by.lead);
  const id = randomUUID();
  const of = { organisation_id: cast.service.id };
  rows.add('designation_round', {
    ...of,
    id,
    role: ruleSet.role,
    rule_set: ruleSet.id,
    process,
    opens_on: day(opened),
    closes_on: day(closes),
    panel_on: day(panel),
    words,
    opened_by: lead.id,
    opened_in_role: lead.role,
    opened_at: moment(opened),
  });
  for (const [key, part] of [
    [year.by.lead, 'chair'],
    [year.by.adviser, 'member'],
  ] as const)
    rows.add('designation_panel', {
      ...of,
      round_id: id,
      person_id: cast.person(key).id,
      part,
      named_by: lead.id,
      named_in_role: lead.role,
      named_at: moment(opened),
    });
  applied(telling, id, cast.person(draft.applicant), draft.answers, -6);
  const applicant = cast.person(submitted.applicant);
  const named = (key: string, position: string) => ({ ...nameOf(cast.person(key)), position });
  const referees = {
    head: named(submitted.referees.head, 'Headteacher'),
    professional: named(submitted.referees.professional, 'Adviser'),
  };
  const answers: Answers = { ...submitted.answers, references: referees };
  const application = { ...of, application_id: applied(telling, id, applicant, answers, submitted.on) };
  const by = { made_by: applicant.id, made_in_role: applicant.role, made_at: moment(submitted.on) };
  const move = { ...application, words: null, until_on: null, ...by };
  rows.add('designation_move', { ...move, number: 1, from_state: 'draft', to_state: 'submitted', part: 'applicant' });
  rows.add('designation_move', {
    ...move,
    number: 2,
    from_state: 'submitted',
    to_state: 'awaiting reference',
    part: 'house',
  });
  const checks = eligibilityOf(ruleSet.rules, {
    ...published,
    applicant: applicant.name,
    answers: saidOf(answers),
    today: day(submitted.on),
  });
  rows.add('designation_check', {
    ...application,
    checks: JSON.stringify(checks),
    made_by: applicant.id,
    made_at: moment(submitted.on),
  });
  for (const referee of ['head', 'professional'] as const) {
    const referenceId = randomUUID();
    rows.add('designation_reference', {
      ...application,
      id: referenceId,
      referee,
      ...referees[referee],
      due_on: day(submitted.on + 14),
      asked_by: applicant.id,
      asked_at: moment(submitted.on),
    });
    if (referee === 'head')
      rows.add('designation_reference_answer', {
        ...application,
        reference_id: referenceId,
        supports: true,
        words: submitted.answered.words,
        answers: JSON.stringify(submitted.answered.answers),
        answered_at: moment(submitted.answered.on),
      });
  }
}

function applied({ cast, rows, moment }: Telling, round: string, who: Player, answers: Answers, on: number): string {
  const id = randomUUID();
  rows.add('designation_application', {
    id,
    round_id: round,
    organisation_id: cast.service.id,
    school_id: who.organisationId,
    urn: who.urn!,
    applicant_id: who.id,
    applicant_name: who.name,
    applicant_email: who.email,
    answers: JSON.stringify(answers),
    began_at: moment(on - 2),
    saved_at: moment(on),
  });
  return id;
}

function nameOf({ name, email }: Player): { name: string; email: string } {
  return { name, email };
}
