import { randomUUID } from 'node:crypto';
import { comingTerms } from '../../../leaders/rules/register/ledger.ts';
import type { KeptVersion } from '../../../leaders/rules/register/changes.ts';
import type { Telling } from './story.ts';

/** Puts the leaders of the year into the service's register: designations, days by term, consent to the directory. */
export function tellRegister(telling: Telling): void {
  const { year, cast, rows, day, moment, leaders } = telling;
  const broker = cast.person(year.by.broker);
  const lead = cast.person(year.by.lead);
  for (const [key, leader] of Object.entries(year.leaders)) {
    const id = randomUUID();
    leaders.set(key, id);
    const person = leader.person === null ? null : cast.person(leader.person);
    const of = { leader_id: id, organisation_id: cast.service.id };
    const details: KeptVersion = {
      name: person?.name ?? leader.name,
      email: person?.email ?? null,
      homeUrn: leader.home,
      phases: ['primary'],
      fields: leader.fields,
      contexts: leader.contexts,
      furthestMinutes: leader.furthestMinutes,
      mostSchools: leader.mostSchools,
      partnership: null,
      status: 'active',
      statusWhy: null,
    };
    const since = moment(leader.designation.on);
    rows.add('system_leader', {
      id,
      organisation_id: cast.service.id,
      person_id: person?.id ?? null,
      name: details.name,
      email: details.email,
      home_urn: details.homeUrn,
      phases: [...details.phases],
      fields: [...details.fields],
      contexts: [...details.contexts],
      furthest_minutes: details.furthestMinutes,
      most_schools: details.mostSchools,
      partnership: null,
      status_why: null,
      changed_by: broker.id,
      changed_in_role: broker.role,
      changed_at: since,
      added_at: since,
    });
    rows.add('system_leader_version', {
      ...of,
      version: 1,
      content: JSON.stringify(details),
      made_by: broker.id,
      made_in_role: broker.role,
      made_at: since,
    });
    const { designation } = leader;
    rows.add('leader_designation', {
      ...of,
      role: designation.role,
      body: designation.body,
      designated_on: day(designation.on),
      evidence: designation.evidence,
      review_on: day(designation.reviewOn),
      status: 'in force',
      rule_set: designation.ruleSet,
      words: null,
      supersedes: null,
      recorded_by: lead.id,
      recorded_in_role: lead.role,
      recorded_at: since,
    });
    const says = person ?? broker;
    for (const [place, { schoolYear, term }] of comingTerms(day(0)).entries()) {
      const halfDays = leader.halfDaysATerm[place] ?? null;
      if (halfDays === null) continue;
      rows.add('leader_capacity', {
        ...of,
        school_year: schoolYear,
        term,
        half_days: halfDays,
        said_by: says.id,
        said_in_role: says.role,
        said_at: moment(-40),
      });
    }
    if (leader.consents)
      rows.add('leader_consent', {
        ...of,
        consents: true,
        shows: ['home school', 'fields', 'phases', 'contexts'],
        how: 'site',
        given_on: day(designation.on),
        recorded_by: says.id,
        recorded_in_role: says.role,
        recorded_at: since,
      });
  }
}
