import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { PlacementPart } from '../../../access/placement-parts.ts';
import type { DemonstrationYear } from '../../schema/demonstration/demonstration-year.ts';

/** An invented person in the one role that they have in the story. */
export interface Player {
  id: string;
  name: string;
  email: string;
  role: string;
  /** Of the school that they act for, or govern; null for others. */
  urn: number | null;
  organisationId: string;
}

/** The invented people of a story, as they are in the database. */
export interface Cast {
  service: { id: string; name: string };
  /** By name in the file of invented people. */
  person(key: string): Player;
  head(urn: number): Player | null;
  governor(urn: number): Player | null;
  schoolName(urn: number): string;
}

/**
 * The people of a year, or null where some are missing: a real organisation stands in the place of an invented one, or the register has not
 * the schools. `emailOf` gives the address of an invented person by name.
 */
export async function castOf(
  transaction: ScopedTransaction,
  year: DemonstrationYear,
  emailOf: (key: string) => string,
): Promise<Cast | null> {
  const rows = await transaction
    .selectFrom('person as p')
    .innerJoin('membership as m', 'm.person_id', 'p.id')
    .innerJoin('organisation as o', 'o.id', 'm.organisation_id')
    .select(['p.id', 'p.name', 'p.email', 'm.role', 'o.id as organisationId', 'o.kind', 'o.urn', 'o.la_code as laCode'])
    .select('o.name as organisation')
    .where('p.demonstration', '=', true)
    .where('o.demonstration', '=', true)
    .where('m.ended_at', 'is', null)
    .orderBy('p.email')
    .execute();
  const players = rows.map((row) => ({ ...row, email: row.email! }));
  const service = players.find(({ kind, laCode }) => kind === 'local authority' && laCode === year.service);
  const urns = [
    ...new Set([
      ...year.placements.map(({ school }) => school),
      ...Object.values(year.leaders).map(({ home }) => home),
    ]),
  ];
  const schools = await transaction.selectFrom('school').select(['urn', 'name']).where('urn', 'in', urns).execute();
  const { draft, submitted } = year.designation;
  const keys = [
    ...Object.values(year.by),
    ...Object.values(year.leaders).flatMap(({ person }) => person ?? []),
    draft.applicant,
    submitted.applicant,
    ...Object.values(submitted.referees),
  ];
  const find = (key: string) => players.find(({ email }) => email === emailOf(key));
  if (service === undefined || schools.length < urns.length || keys.some((key) => find(key) === undefined)) return null;
  const names = new Map(schools.map(({ urn, name }) => [urn, name]));
  const inSchool = (urn: number, role: string) => players.find((one) => one.urn === urn && one.role === role) ?? null;
  if (year.placements.some(({ school }) => inSchool(school, 'headteacher') === null)) return null;
  return {
    service: { id: service.organisationId, name: service.organisation },
    person: (key) => find(key)!,
    head: (urn) => inSchool(urn, 'headteacher'),
    governor: (urn) => inSchool(urn, 'governor or trustee'),
    schoolName: (urn) => names.get(urn)!,
  };
}

/** Who has which part in a placement between two schools; the board of the home school where its head is the leader. */
export function partsIn(
  cast: Cast,
  year: DemonstrationYear,
  { school, leader }: { school: number; leader: string | null },
): Partial<Record<PlacementPart, Player>> {
  const led = leader === null ? null : year.leaders[leader]!;
  const who = led?.person == null ? null : cast.person(led.person);
  const homeHead = led === null ? null : cast.head(led.home);
  const leadsHome = who !== null && homeHead?.id === who.id;
  const parts: Partial<Record<PlacementPart, Player | null>> = {
    service: cast.person(year.by.broker),
    leader: who,
    'supported head': cast.head(school),
    'supported board': cast.governor(school),
    'home head': leadsHome ? null : homeHead,
    'home board': leadsHome && led !== null ? cast.governor(led.home) : null,
  };
  return Object.fromEntries(Object.entries(parts).filter(([, player]) => player !== null));
}
