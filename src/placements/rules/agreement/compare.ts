import type { AgreementContent, AgreementPart } from './content.ts';
import { type AgreementSection, sectionsOf } from './sections.ts';

export type Changed = 'same' | 'changed' | 'added' | 'taken out';

export const CHANGED_WORDS: Readonly<Record<Changed, string>> = {
  same: 'Same',
  changed: 'Changed',
  added: 'Added',
  'taken out': 'Taken out',
};

/** One fact of two versions side by side. */
export interface ComparedRow {
  name: string;
  before: string;
  after: string;
  changed: Changed;
}

export interface ComparedSection {
  key: string;
  part: AgreementPart;
  title: string;
  changed: Changed;
  rows: readonly ComparedRow[];
}

/** Two versions of an agreement fact by fact, in the order of the later one; objectives that it no longer has come last among them. */
export function compareVersions(before: AgreementContent, after: AgreementContent): ComparedSection[] {
  const [old, now] = [sectionsOf(before), sectionsOf(after)];
  const gone = old.filter(({ key }) => !now.some((section) => section.key === key));
  const compared = now.map((section) =>
    comparedSection(
      old.find(({ key }) => key === section.key),
      section,
    ),
  );
  const afterObjectives = compared.findLastIndex(({ part }) => part === 'objectives' || part === 'focus') + 1;
  return compared.toSpliced(afterObjectives, 0, ...gone.map((section) => comparedSection(section, undefined)));
}

function comparedSection(before: AgreementSection | undefined, after: AgreementSection | undefined): ComparedSection {
  const { key, part, title, rows } = (after ?? before)!;
  const whole: Changed | null = before === undefined ? 'added' : after === undefined ? 'taken out' : null;
  const compared = rows.map(({ name }): ComparedRow => {
    const [was, is] = [before, after].map((section) => section?.rows.find((row) => row.name === name)?.value ?? '') as [
      string,
      string,
    ];
    return { name, before: was, after: is, changed: whole ?? changeOf(was, is) };
  });
  const changed = whole ?? (compared.every((row) => row.changed === 'same') ? 'same' : 'changed');
  return {
    key,
    part,
    title: whole === 'taken out' ? `${title} of the earlier version` : title,
    changed,
    rows: compared,
  };
}

function changeOf(was: string, is: string): Changed {
  if (was === is) return 'same';
  return was === '' ? 'added' : is === '' ? 'taken out' : 'changed';
}
