import type { OrganisationKind } from '../../access/roles.ts';

/** An invented person whom a visitor may be with one press of a button. */
export interface DemonstrationPerson {
  /** Name in the policy file: what the button sends. */
  key: string;
  name: string;
  organisation: { kind: OrganisationKind; name: string; urn: number | null };
}

export interface DemonstrationGroup {
  title: string;
  people: readonly DemonstrationPerson[];
}

const TITLES: Partial<Record<OrganisationKind, string>> = {
  'local authority': 'Local authority',
  trust: 'Trust',
  hub: 'Hub',
};

/** The people by where they work, in the order in which they come; a school and its board are one group. */
export function groupsOf(people: readonly DemonstrationPerson[]): DemonstrationGroup[] {
  const groups = new Map<string, DemonstrationPerson[]>();
  for (const person of people) {
    const { kind, name, urn } = person.organisation;
    const key = urn === null ? `${kind} ${name}` : String(urn);
    groups.set(key, [...(groups.get(key) ?? []), person]);
  }
  return [...groups.values()].map((group) => ({ title: titleOf(group), people: group }));
}

function titleOf(group: readonly DemonstrationPerson[]): string {
  const { kind, name } = (group.find(({ organisation }) => organisation.kind === 'school') ?? group[0]!).organisation;
  const plain = name.replace(/^Demonstration: /, '');
  const title = TITLES[kind];
  return title === undefined || plain.toLowerCase().includes(title.toLowerCase())
    ? plain.charAt(0).toUpperCase() + plain.slice(1)
    : `${title}: ${plain}`;
}
