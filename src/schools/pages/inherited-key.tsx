import { paths } from '../../web/paths.ts';
import type { InheritedFrom } from '../rules/facts.ts';
import { inheritedWords } from '../rules/inherited.ts';

const CHANGES: Record<InheritedFrom['kind'], string> = {
  conversion: 'which became this school under a new number',
  split: 'which was split into this school and others',
  merger: 'one of several that became this school',
  doubtful: 'from which this school may have come',
};

/** Under a table: whose the inherited records in it are, and whether they count. Nothing when all are the school's own. */
export function InheritedKey({ records }: { records: readonly { inherited?: InheritedFrom }[] }) {
  const from = new Map(records.flatMap(({ inherited }) => (inherited ? [[inherited.urn, inherited] as const] : [])));
  return (
    <>
      {[...from.values()].map((one) => (
        <>
          {' '}
          Inherited: published for{' '}
          {one.known ? (
            <a class="govuk-link" href={paths.school(one.urn)}>
              {inheritedWords(one)}
            </a>
          ) : (
            inheritedWords(one)
          )}
          , {CHANGES[one.kind]}
          {one.counts ? '.' : '; shown as history and not judged.'}
        </>
      ))}
    </>
  );
}
