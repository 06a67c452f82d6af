import type { Person } from '../../access/roles.ts';

/** Where the work of a signed-in person begins, by the role they act in. */
export interface OwnWork {
  organisation: string;
  /** Its id, for pages of its own. */
  id: string;
  links: {
    to:
      | 'need of area'
      | 'plan'
      | 'planning'
      | 'need packs'
      | 'area'
      | 'need of school'
      | 'school'
      | 'declarations'
      | 'ask for help'
      | 'offers to school'
      | 'ask for school'
      | 'pool'
      | 'account';
    key: number | null;
  }[];
}

const SERVICE = ['service lead', 'broker', 'adviser'];
const BROKERS = ['service lead', 'broker'];
const OF_SCHOOL = ['headteacher', 'governor or trustee'];

/** The pages that the person's role is for, the first of them first; null for a visitor and for who holds no role. */
export function ownWork(person: Person | null): OwnWork | null {
  const acting = person?.acting ?? null;
  if (acting === null) return null;
  const { role, organisation } = acting;
  const { laCode, urn } = organisation;
  const links: OwnWork['links'] = [];
  const judges = SERVICE.includes(role) && ['local authority', 'trust'].includes(organisation.kind);
  if (laCode !== null) {
    if (SERVICE.includes(role)) links.push({ to: 'need of area', key: laCode }, { to: 'plan', key: laCode });
    links.push({ to: 'area', key: laCode });
  }
  if (urn !== null) {
    if (OF_SCHOOL.includes(role)) links.push({ to: 'need of school', key: urn });
    links.push({ to: 'school', key: urn });
    if (role === 'headteacher' && organisation.kind === 'school') links.push({ to: 'declarations', key: urn });
    if (OF_SCHOOL.includes(role)) links.push({ to: 'ask for help', key: urn });
    if ([...OF_SCHOOL, 'system leader'].includes(role)) links.push({ to: 'offers to school', key: urn });
  }
  if (judges) links.push({ to: 'planning', key: null }, { to: 'pool', key: null }, { to: 'need packs', key: null });
  if (BROKERS.includes(role) && ['local authority', 'trust', 'hub'].includes(organisation.kind))
    links.push({ to: 'ask for school', key: null });
  if (role === 'administrator') links.push({ to: 'account', key: null });
  return { organisation: organisation.name, id: organisation.id, links };
}
