/** A complaint as those who answer it see it. Days are ISO. */
export interface Complaint {
  id: string;
  reference: string;
  about: string;
  fromName: string;
  fromEmail: string;
  words: string;
  receivedAt: Date;
  acknowledgeBy: string;
  acknowledgedAt: Date | null;
  answeredAt: Date | null;
  answer: string | null;
}

// Without letters and digits that are taken for each other when read aloud.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 10;

/** A reference to quote, for example "C-7QK2M-0XR4B", from at least ten bytes that nobody can guess. */
export function complaintReference(bytes: Uint8Array): string {
  const letters = Array.from(bytes.subarray(0, LENGTH), (byte) => ALPHABET[byte % ALPHABET.length]);
  return `C-${letters.slice(0, LENGTH / 2).join('')}-${letters.slice(LENGTH / 2).join('')}`;
}

export function isComplaintReference(text: string): boolean {
  return /^C-[0-9A-Z]{5}-[0-9A-Z]{5}$/.test(text);
}

/** Where a complaint stands. */
export function complaintState({ acknowledgedAt, answeredAt }: Complaint): 'new' | 'acknowledged' | 'answered' {
  if (answeredAt !== null) return 'answered';
  return acknowledgedAt === null ? 'new' : 'acknowledged';
}
