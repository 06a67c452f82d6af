import type { Person } from '../../../access/roles.ts';

/** The pages that a role is for, by the role somebody acts in. */
export interface OwnPages {
  organisation: string;
  /** Its id, for pages of its own. */
  id: string;
  links: {
    to:
      | 'need of area'
      | 'plan'
      | 'planning'
      | 'need packs'
      | 'need rounds'
      | 'register'
      | 'own entry'
      | 'designation'
      | 'own designation'
      | 'designation outcomes'
      | 'money'
      | 'terms'
      | 'area'
      | 'need of school'
      | 'school'
      | 'declarations'
      | 'pool'
      | 'placements'
      | 'school placements'
      | 'offers to school'
      | 'account';
    key: number | null;
  }[];
}

const SERVICE = ['service lead', 'broker', 'adviser'];
const KEEPS_TERMS = [...SERVICE, 'administrator'];
const READS_REGISTER = [...SERVICE, 'finance officer'];
const OF_SCHOOL = ['headteacher', 'governor or trustee'];

/** The pages that the person's role is for, the first of them first; null for a visitor and for who holds no role. */
export function ownPages(person: Person | null): OwnPages | null {
  const acting = person?.acting ?? null;
  if (acting === null) return null;
  const { role, organisation } = acting;
  const { laCode, urn } = organisation;
  const links: OwnPages['links'] = [];
  const judges = SERVICE.includes(role) && ['local authority', 'trust'].includes(organisation.kind);
  if (laCode !== null) {
    if (SERVICE.includes(role)) links.push({ to: 'need of area', key: laCode }, { to: 'plan', key: laCode });
    links.push({ to: 'area', key: laCode });
  }
  if (urn !== null) {
    if (OF_SCHOOL.includes(role)) links.push({ to: 'need of school', key: urn });
    links.push({ to: 'school', key: urn });
    if (role === 'headteacher' && organisation.kind === 'school') links.push({ to: 'declarations', key: urn });
    if (OF_SCHOOL.includes(role) || role === 'system leader')
      links.push({ to: 'school placements', key: urn }, { to: 'offers to school', key: urn });
  }
  if (judges)
    links.push(
      { to: 'need rounds', key: null },
      { to: 'planning', key: null },
      { to: 'pool', key: null },
      { to: 'need packs', key: null },
    );
  const isService = ['local authority', 'trust', 'hub'].includes(organisation.kind);
  if (READS_REGISTER.includes(role) && isService)
    links.push({ to: 'placements', key: null }, { to: 'money', key: null }, { to: 'register', key: null });
  if (SERVICE.includes(role) && isService) links.push({ to: 'designation', key: null });
  if (role === 'headteacher' || role === 'system leader') links.push({ to: 'own entry', key: null });
  if (urn !== null && organisation.kind === 'school' && (role === 'headteacher' || role === 'system leader'))
    links.push({ to: 'own designation', key: urn });
  if (urn !== null && organisation.kind === 'governing board' && role === 'governor or trustee')
    links.push({ to: 'designation outcomes', key: urn });
  if (KEEPS_TERMS.includes(role) && isService) links.push({ to: 'terms', key: null });
  if (role === 'administrator') links.push({ to: 'account', key: null });
  return { organisation: organisation.name, id: organisation.id, links };
}
