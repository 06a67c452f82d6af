export const REQUEST_KINDS = ['access', 'correction', 'erasure', 'restriction', 'lifting a restriction'] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

export const REQUEST_OUTCOMES = ['done', 'refused', 'held'] as const;
export type RequestOutcome = (typeof REQUEST_OUTCOMES)[number];

/** Each kind of request, as one who makes it says it. */
export const REQUEST_WORDS: Record<RequestKind, { text: string; hint: string }> = {
  access: {
    text: 'A copy of my data',
    hint: 'You can take a copy of what this site holds at once, on this page. Ask here if you mean more than that.',
  },
  correction: { text: 'Correct my data', hint: 'Your name or email address, or anything else that is wrong.' },
  erasure: {
    text: 'Erase my data',
    hint: 'Your name, address and account go. What you did stays in the records without your name.',
  },
  restriction: {
    text: 'Restrict what is done with my data',
    hint: 'Your data is kept and not used. You cannot sign in until it is lifted.',
  },
  'lifting a restriction': { text: 'Lift a restriction', hint: 'Your data is used again, and you can sign in.' },
};

export interface DataRequest {
  id: string;
  personId: string;
  person: string;
  kind: RequestKind;
  words: string;
  newName: string | null;
  newEmail: string | null;
  /** True where an administrator wrote it down. */
  recorded: boolean;
  receivedAt: Date;
  /** ISO day. */
  dueOn: string;
  decidedAt: Date | null;
  decidedBy: string | null;
  outcome: RequestOutcome | null;
  answer: string | null;
}

/** Why a decision cannot be carried out. */
export type DecisionRefused =
  | 'decided already'
  | 'held'
  | 'role elsewhere'
  | 'erased already'
  | 'address taken'
  | 'not restricted by it';

export const DECISION_REFUSED: Record<DecisionRefused, string> = {
  'decided already': 'This request has been decided',
  held: 'A legal hold keeps this person’s records: choose "Held", or have the hold lifted first',
  'role elsewhere':
    'This person holds a role in another organisation, which has its own reasons to keep the account. End their role here, choose "Refused" and say so in the answer',
  'erased already': 'This person’s data has been erased',
  'address taken': 'That email address cannot be used: choose "Refused" and ask the person for another',
  'not restricted by it': 'Only an erasure can be held: choose "Done" or "Refused"',
};
