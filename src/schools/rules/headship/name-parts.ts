import type { HeadshipPolicy } from './headship-policy.ts';

// What stands in the name fields beside names, as the extracts have it.
const ASIDE = /[([]([^)\]]*)[)\]]?/g;
const OF_A_HEAD = String.raw`(?:executive|exec|acting|interim|co|joint|associate|consultant|deputy|primary|secondary|federation|temporary)`;
const ROLE_WORDS = new RegExp(
  String.raw`(?:\b${OF_A_HEAD}\W+)*(?:\bhead ?teachers?\b|\bhead of (?:\w+ )?school\b|\bprincipals?\b|\bht\b)|\b${OF_A_HEAD}\W+heads?\b|\b(?:acting|interim)\b`,
  'gi',
);
const DAYS = /(?:\b(?:from|to|until|since)\b\s*)?(?:\d{1,2}\/\d{1,2}(?:\/\d{2,4})?|(?<=until )\w+ \d{4})/gi;
const WITH_DIGITS = /\S*\d\S*/g;
const MAIL = /(\S+)@\S+/g;
const BETWEEN = /\s*(?:[&/+;,]|\band\b)\s*/i;
const BEFORE_TITLE = /(?<=\S)\s+(?=(?:mrs|mr|ms|miss|dr)\.?\s)/i;
const EDGES = /^[\s\-–:.,�]+|[\s\-–:,�]+$/g;

/** A name field cut into the names of people. */
export interface NameParts {
  parts: string[];
  /** Whether the field itself says that another name comes before or after it: "& Donna", "Lucy Scott &". */
  opens: boolean;
  closes: boolean;
}

/** Cuts a name field at "&", "/", "and", commas and titles, and leaves out roles, dates and letters after names. */
export function namePartsOf(field: string, policy: HeadshipPolicy): NameParts {
  const titles = Object.values(policy.titles).flat();
  const plain = field
    .replaceAll('’', "'")
    .replaceAll(ASIDE, ' ')
    .replaceAll(ROLE_WORDS, ' ')
    .replaceAll(DAYS, ' ')
    .replaceAll(MAIL, '$1')
    .replaceAll(WITH_DIGITS, ' ')
    .replaceAll(/\s+/g, ' ');
  const cut = plain.split(BETWEEN).flatMap((part) => part.split(BEFORE_TITLE));
  const tidy = cut.map((part) => part.replaceAll(EDGES, ''));
  const isTitle = (part: string) => cut.length > 1 && titles.includes(part.toLowerCase());
  const names = tidy.filter((part) => part !== '' && !isAfterName(part, policy) && !isTitle(part));
  return { parts: names, opens: tidy.length > 1 && tidy[0] === '', closes: tidy.length > 1 && tidy.at(-1) === '' };
}

/** The surname that brackets give as an earlier one: "(née Moore)", "(previously Wigglesworth)", "(Morris)". */
export function formerSurname(field: string): string | null {
  for (const [, aside = ''] of field.matchAll(ASIDE)) {
    const told = /^(?:n[ée]e|previously|formerly)\s+(\S+)$/iu.exec(aside.trim());
    if (told?.[1] !== undefined) return told[1];
  }
  return null;
}

function isAfterName(part: string, { afterNames }: HeadshipPolicy): boolean {
  return part
    .toLowerCase()
    .split(/[^a-z]+/)
    .every((word) => word === '' || afterNames.includes(word));
}
