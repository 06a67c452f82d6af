import type { AgreementContent, AgreementPart } from '../../rules/agreement/content.ts';
import { compareVersions } from '../../rules/agreement/compare.ts';

/** What stands in the draft now and what was typed instead, where the two differ: of one part, or of one objective. */
export function differences(
  now: AgreementContent,
  typed: AgreementContent,
  part: AgreementPart,
  objective: number | null,
) {
  const key = part === 'objectives' ? `objective ${objective ?? ''}` : part;
  const section = compareVersions(now, typed).find((one) => one.key === key);
  return (section?.rows ?? [])
    .filter(({ changed }) => changed !== 'same')
    .map(({ name, before, after }) => ({ name, now: before, typed: after }));
}
