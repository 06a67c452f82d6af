import type { OrganisationKind } from '../../access/roles.ts';

/** An organisation as whoever runs the service sees it. */
export interface OrganisationRecord {
  id: string;
  kind: OrganisationKind;
  name: string;
  /** What joins it to the register: LA code, number in the register of groups, or URN; null for a kind that has none. */
  key: number | null;
  closedAt: Date | null;
}

/** The kinds that the published register knows, and what the register calls their key. */
export const KEY_OF_KIND: Partial<Record<OrganisationKind, string>> = {
  'local authority': 'code of the local authority',
  trust: 'number of the trust in the register of groups',
  school: 'URN of the school',
  'governing board': 'URN of the school that the board governs',
};
