import type { PlacementPart } from '../../../access/placement-parts.ts';
import type { PlacementState } from '../states.ts';

/** A signature under a version. */
export interface Signature {
  version: number;
  part: SigningPart;
  /** As it was signed. */
  name: string;
  role: string;
  sha256: string;
  at: Date;
}

export type SigningPart = 'service' | 'leader' | 'supported head' | 'home head' | 'home board';

/** Who signs: the broker, both heads and the leader. For the home school its board where its head is the leader: nobody agrees with themself. */
export function signersOf({ leaderHeadsHome }: { leaderHeadsHome: boolean }): SigningPart[] {
  return ['service', 'leader', 'supported head', leaderHeadsHome ? 'home board' : 'home head'];
}

export const SIGNER_WORDS: Readonly<Record<SigningPart, string>> = {
  service: 'Broker of the service',
  leader: 'Leader',
  'supported head': 'Head of the supported school',
  'home head': 'Head of the home school',
  'home board': 'Board of the home school, because its head is the leader',
};

type Given = readonly Pick<Signature, 'version' | 'part'>[];

/** Whether all have signed a version. Either of the two who can sign for the home school counts: who had to was asked when it was signed. */
export function isSettled(signatures: Given, version: number): boolean {
  const parts = new Set(signatures.filter((signature) => signature.version === version).map(({ part }) => part));
  const home = parts.has('home head') || parts.has('home board');
  return home && parts.has('service') && parts.has('leader') && parts.has('supported head');
}

/** The newest version that all have signed: the one in force. Null while there is none. */
export function versionInForce(signatures: Given): number | null {
  const versions = [...new Set(signatures.map(({ version }) => version))].toSorted((a, b) => b - a);
  return versions.find((version) => isSettled(signatures, version)) ?? null;
}

/** States in which the agreement is negotiated: before the work, and while it is under way, where a new version extends or changes it. */
export const NEGOTIATED_IN: readonly PlacementState[] = ['contracting', 'under way'];

/** States in which a draft is discarded: also once the work has ended, when nothing new is agreed. */
export const DISCARDED_IN: readonly PlacementState[] = [...NEGOTIATED_IN, 'evaluation'];

/** Whether a version that was sent can be signed in a state. */
export function canBeSigned(state: PlacementState): boolean {
  return state === 'signing' || state === 'under way';
}

/** Whether somebody with this part signs. */
export function isSigner(part: PlacementPart, signers: readonly SigningPart[]): part is SigningPart {
  return (signers as readonly PlacementPart[]).includes(part);
}
