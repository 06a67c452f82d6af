import type { InheritedFrom } from '../rules/facts.ts';
import { inheritedWords } from '../rules/inherited.ts';

/** Says under a record that it is a predecessor's; whose shows at the pointer and is read out. Nothing for the school's own. */
export function InheritedMark({ from }: { from: InheritedFrom | undefined }) {
  if (from === undefined) return null;
  return (
    <>
      <br />
      <small class="app-nowrap" title={`Published for ${inheritedWords(from)}`}>
        inherited<span class="govuk-visually-hidden"> from {inheritedWords(from)}</span>
      </small>
    </>
  );
}
