import type { Person } from '../access/roles.ts';
import type { ServiceNavigationItem } from '../govuk/service-navigation.tsx';
import { paths } from './paths.ts';

type Acting = Pick<Person, 'acting'> | null;

interface Part {
  text: string;
  href: string;
  within: readonly string[];
}

/** The main parts of the site that are there for a person, or for a visitor with null; the one that a path lies in is marked. */
export function navigationAt(path: string, person: Acting = null): ServiceNavigationItem[] {
  return partsFor(person).map(({ text, href, within }) => ({
    text,
    href,
    current: path === href,
    active: within.some((start) => path === start || path.startsWith(`${start}/`)),
  }));
}

function partsFor(person: Acting): Part[] {
  const plan = planLink(person);
  return [
    ...(person === null ? [] : [{ text: 'My work', href: paths.myWork(), within: ['/my-work'] }]),
    { text: 'Areas', href: paths.areas(), within: ['/areas'] },
    { text: 'Schools', href: paths.search(), within: ['/search', '/schools'] },
    { text: 'Compare', href: paths.compare(), within: ['/compare'] },
    ...(plan === null ? [] : [{ text: 'Plan', href: plan, within: ['/plan'] }]),
    { text: 'Sources', href: paths.sources(), within: ['/sources', '/imports'] },
  ];
}

/**
 * Where "Plan" leads: a visitor chooses an area and signs in, a local authority has its own, and whoever acts for anything else has
 * none. This spares people a page that would refuse them; who may read a plan is said by the plan's own permission.
 */
function planLink(person: Acting): string | null {
  if (person === null) return paths.plan();
  const organisation = person.acting?.organisation;
  return organisation?.kind === 'local authority' ? paths.plan(organisation.laCode!) : null;
}
