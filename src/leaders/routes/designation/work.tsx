import { type ActingReader, ownSchool } from '../../../access/acting-reader.ts';
import type { WorkItem } from '../../../calendar/work-item.ts';
import { applyForDesignation, readDesignation, runDesignation } from '../../policy.ts';
import { applicantWork, designationWork } from '../../queries/designation/work.ts';

/** What designation asks of a person: of a service applications, references, scores and reviews, of an applicant their draft. */
export async function workOfDesignation({ transaction, person, today, may }: ActingReader): Promise<WorkItem[]> {
  const organisationId = person.acting.organisation.id;
  const service = { kind: 'organisation', organisationId } as const;
  const school = ownSchool(person);
  return [
    ...(may(readDesignation, service)
      ? await designationWork(
          transaction,
          { organisationId, personId: person.id, runs: may(runDesignation, service) },
          today,
        )
      : []),
    ...(school !== null && may(applyForDesignation, school) ? await applicantWork(transaction, person.id, today) : []),
  ];
}
