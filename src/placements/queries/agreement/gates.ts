import { londonIsoDay } from '../../../opendata/rules/london-time.ts';
import { policyAsAt } from '../../../policies.ts';
import { missingOf } from '../../rules/agreement/missing.ts';
import { isSettled, SIGNER_WORDS } from '../../rules/agreement/signing.ts';
import type { OpenItem } from '../../rules/placement.ts';
import { agreementPolicyKind } from '../../schema/agreement/agreement-policy.ts';
import type { GateCheck } from '../gates.ts';
import { readMeetings } from './meetings.ts';
import { readAgreement } from './versions.ts';

/** What is missing before the draft goes out for signature: each part by itself, and the note of the meeting where it was negotiated. */
export const agreementComplete: GateCheck = async (transaction, { id }) => {
  const items: OpenItem[] = [];
  if ((await readMeetings(transaction, id)).length === 0)
    items.push({ words: 'The contracting meeting is not noted.', at: 'agreement' });
  const { draft } = await readAgreement(transaction, id);
  if (draft === null) return [...items, { words: 'There is no draft of the agreement.', at: 'agreement' }];
  const policy = policyAsAt(agreementPolicyKind, londonIsoDay(new Date()));
  const missing = missingOf(draft.content, policy).map(({ words }): OpenItem => ({ words, at: 'agreement' }));
  return [...items, ...missing];
};

/** Who has not signed the newest version that was sent. */
export const allSigned: GateCheck = async (transaction, { id }) => {
  const { sent, signatures, signers } = await readAgreement(transaction, id);
  if (sent === null) return [{ words: 'No version of the agreement was sent out.', at: 'agreement' }];
  if (isSettled(signatures, sent.number)) return [];
  return signers
    .filter((part) => !signatures.some((signature) => signature.version === sent.number && signature.part === part))
    .map((part) => ({ words: `Not signed: ${SIGNER_WORDS[part]}.`, at: 'agreement' }));
};
