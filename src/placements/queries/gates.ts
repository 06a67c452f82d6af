import type { ScopedTransaction } from '../../access/scoped-transaction.ts';
import type { OpenItem, Placement } from '../rules/placement.ts';
import type { Gate } from '../rules/states.ts';
import { visitsNotRecorded } from './delivery/gates.ts';
import { deliveryOpenAtEnd } from './delivery/open.ts';
import { agreementComplete, allSigned } from './agreement/gates.ts';
import { moneyOpenAtEnd } from './money/open.ts';
import { agreementOpenAtEnd, evaluationComplete, followedUp, reviewHeld } from './life/gates.ts';
import { noOpenOffer, releasedAndAccepted, triageComplete } from './offer/gates.ts';

/** Says what is missing for one gate, each thing by itself; nothing when the gate stands open. */
export type GateCheck = (transaction: ScopedTransaction, placement: Placement) => Promise<OpenItem[]>;

/** What is still open when a placement is signed off: each part of the room that leaves things open adds its own. */
const OPEN_AT_END: readonly GateCheck[] = [deliveryOpenAtEnd, agreementOpenAtEnd, moneyOpenAtEnd];

async function nothingOpen(transaction: ScopedTransaction, placement: Placement): Promise<OpenItem[]> {
  const items: OpenItem[] = [];
  for (const check of OPEN_AT_END) items.push(...(await check(transaction, placement)));
  return items;
}

/** How each gate is told, by the part of the room that knows. */
const CHECKS: Partial<Record<Gate, GateCheck>> = {
  'visits recorded': visitsNotRecorded,
  'agreement complete': agreementComplete,
  'all signatures': allSigned,
  'review held': reviewHeld,
  'evaluation complete': evaluationComplete,
  'nothing open': nothingOpen,
  'followed up': followedUp,
  'triage complete': triageComplete,
  'no open offer': noOpenOffer,
  'released and accepted': releasedAndAccepted,
};

/** All that must be done before a move with these gates. */
export async function openItemsBefore(
  transaction: ScopedTransaction,
  placement: Placement,
  gates: readonly Gate[],
): Promise<OpenItem[]> {
  const items: OpenItem[] = [];
  for (const gate of gates) {
    const check = CHECKS[gate];
    if (check === undefined) throw new Error(`Nobody knows how to tell “${gate}”`);
    items.push(...(await check(transaction, placement)));
  }
  return items;
}
