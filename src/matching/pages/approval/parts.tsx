import { NotificationBanner } from '../../../govuk/notification-banner.tsx';
import type { FormState } from '../../../need/pages/round/rounds.tsx';
import { paths } from '../../../web/paths.ts';
import { planningCrumbs } from '../round/planning-crumbs.tsx';

/** The round that a page of the second half is about, and who runs it. */
export interface OfRound {
  organisation: { id: string; name: string };
  round: { id: string; title: string };
}

const PARTS = [
  ['approval', 'Approval'],
  ['interests', 'Interests'],
  ['panel', 'Shared with the panel'],
  ['partners', 'Partners'],
  ['approved', 'Approved pairs'],
  ['changes', 'Changes after approval'],
] as const;

export type PartName = (typeof PARTS)[number][0];

/** Links between the pages of the second half of a round; the page itself is no link. */
export function ApprovalParts({ organisation, round, current }: OfRound & { current: PartName }) {
  return (
    <nav class="app-no-print" aria-label="Parts of the round">
      <ul class="govuk-list">
        {PARTS.map(([part, text]) => (
          <li>
            {part === current ? (
              <strong aria-current="page">{text}</strong>
            ) : (
              <a class="govuk-link" href={hrefOf(organisation.id, round.id, part)}>
                {text}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

function hrefOf(organisation: string, round: string, part: PartName): string {
  return part === 'approval'
    ? paths.planningApproval(organisation, round)
    : paths.planningApprovalPart(organisation, round, part);
}

/** Where the page stands: under the round. */
export function crumbsOf({ organisation, round }: OfRound) {
  return planningCrumbs(organisation, round);
}

/** What is wrong with a field, for its component. */
export function faultOf({ errors }: FormState, field: string): { text: string } | undefined {
  return errors[field] === undefined ? undefined : { text: errors[field] };
}

/** Says that what was sent has been done. */
export function Done({ done, words }: { done: string | null; words: Readonly<Record<string, string>> }) {
  const said = done === null ? undefined : words[done];
  return said === undefined ? null : <NotificationBanner type="success">{said}</NotificationBanner>;
}

/** "3 pairs", "1 pair". */
export function counted(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`;
}
