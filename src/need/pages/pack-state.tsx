import { Tag } from '../../govuk/tag.tsx';
import { dayText } from '../../schools/rules/figure-words.ts';
import type { OwnPack, PackState } from '../rules/own-pack.ts';

const COLOURS: Record<PackState, string | undefined> = {
  draft: 'govuk-tag--yellow',
  'to come': 'govuk-tag--blue',
  'in force': 'govuk-tag--green',
  superseded: 'govuk-tag--grey',
  withdrawn: 'govuk-tag--grey',
};

/** The state of a pack as a tag: the words carry the meaning. */
export function PackStateTag({ state }: { state: PackState }) {
  const words = state === 'draft' ? 'Draft' : state.charAt(0).toUpperCase() + state.slice(1);
  return <Tag class={COLOURS[state]}>{words}</Tag>;
}

/** "from 1 September 2027 until 1 January 2028": from when to when a pack holds. */
export function daysOfPack({ validFrom, validTo }: Pick<OwnPack, 'validFrom' | 'validTo'>): string {
  if (validFrom === null) return 'not published';
  return `from ${dayText(validFrom)}${validTo === null ? ', with no end set' : ` until ${dayText(validTo)}`}`;
}
