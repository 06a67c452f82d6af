import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { type BySurname, bySurname } from '../rules/headship/headship-change.ts';
import type { HeadshipPolicy } from '../rules/headship/headship-policy.ts';
import { lineageOf } from '../rules/headship/lineage.ts';
import { namesReader } from '../rules/headship/names-reader.ts';
import { type ComparedStretch, stretchesOf, type ToldHeads } from '../rules/headship/stretches.ts';
import { headSightings, onlyPredecessors } from './head-sightings.ts';
import { bySchool, headshipPolicyAsAt } from './headships.ts';

/** Rows and schools at a time: working out all of England at once would keep every page waiting. */
const AT_A_TIME = 250;

/** One school of which an extract tells. */
export interface SchoolHeads {
  urn: number;
  /** What extracts tell of it under its own number, the earliest first. */
  told: readonly ToldHeads[];
  /** The same and, before, of the school that it came from. */
  line: readonly ToldHeads[];
  /** Between extracts of which the later one has the school's own number: those of a predecessor are its own. */
  stretches: ComparedStretch[];
}

/** All that extracts up to a day tell of heads. */
export interface AllHeads {
  policy: HeadshipPolicy;
  /** Every head named, by surname. */
  heads: BySurname;
  /** The schools in the order of URN, worked out as they are asked for. */
  schools: () => AsyncGenerator<SchoolHeads>;
}

/** Reads what the extracts up to a day (ISO) tell of the heads of all schools. */
export async function allHeads(db: Kysely<Database>, until: string): Promise<AllHeads> {
  const rows = await headSightings(db, { until });
  const predecessors = await onlyPredecessors(db);
  const policy = headshipPolicyAsAt(rows.at(-1)?.asAt ?? until);
  const read = namesReader(policy);
  const named: ToldHeads[] = [];
  for (const row of rows) {
    named.push(read(row));
    if (named.length % (AT_A_TIME * 4) === 0) await turnOfTheLoop();
  }
  const told = bySchool(named);
  const heads = bySurname(
    named.flatMap(({ urn, asAt, named: { people } }) => people.map((person) => ({ urn, asAt, person }))),
  );
  return { policy, heads, schools };

  async function* schools(): AsyncGenerator<SchoolHeads> {
    let done = 0;
    for (const urn of [...told.keys()].toSorted((a, b) => a - b)) {
      const line = lineageOf(urn, told, predecessors);
      const stretches = stretchesOf(line, policy).filter(({ after }) => after.urn === urn);
      yield { urn, told: told.get(urn)!, line, stretches };
      done += 1;
      if (done % AT_A_TIME === 0) await turnOfTheLoop();
    }
  }
}
