import { halfDaysInWords } from '../../calendar/half-days.ts';
import type { PlacementPart } from '../../access/placement-parts.ts';
import type { Role } from '../../access/roles.ts';
import { InsetText } from '../../govuk/inset-text.tsx';
import { SummaryList } from '../../govuk/summary-list.tsx';
import { dayText } from '../../schools/rules/figure-words.ts';
import { paths } from '../../web/paths.ts';
import { RISK_WORDS } from '../rules/board/risk-words.ts';
import type { Placement } from '../rules/placement.ts';
import { MOVE_WORDS, PLAIN_MOVES } from '../rules/state-words.ts';
import { FROZEN, type MoveName, movesFrom } from '../rules/states.ts';
import { OWN_FORMS } from './own-forms.tsx';
import { PlacementFrame } from './placement-frame.tsx';

interface OverviewProps {
  placement: Placement;
  part: PlacementPart;
  role: Role;
  /** The kind of help, and the field, in words. */
  help: { type: string; support: string };
  /** Whether the reader may change the placement's facts. */
  changes: boolean;
  done: string | null;
}

/** A placement at a glance: who with whom, what for, when, and what can be done with it now. */
export function OverviewPage({ placement, part, role, help, changes, done }: OverviewProps) {
  const { supported, home, leader, assignedTo } = placement;
  const moves = movesFrom(placement.state, part, role).filter(
    ({ name, follows }) => !follows && (isPlain(name) || name in OWN_FORMS),
  );
  const action = changes ? [{ text: 'Change', href: paths.placementEdit(placement.id) }] : [];
  const row = (key: string, value: string | null, changeable = false) => ({
    key: { text: key },
    value: { text: value ?? 'Empty' },
    ...(changeable && action.length > 0
      ? { actions: { items: action.map((item) => ({ ...item, visuallyHiddenText: key.toLowerCase() })) } }
      : {}),
  });
  return (
    <PlacementFrame placement={placement} part={part} current="overview" done={done}>
      {part === 'service' && assignedTo === null && !FROZEN.includes(placement.state) && (
        <InsetText>
          Nobody of the service is the broker of this placement yet.{' '}
          {changes && (
            <a class="govuk-link" href={paths.placementEdit(placement.id)}>
              Assign it
            </a>
          )}
        </InsetText>
      )}
      <SummaryList
        rows={[
          row('Supported school', supported.name),
          row('Leader', leader === null ? 'Not found yet' : leader.name),
          row('Home school', home === null ? 'Not found yet' : home.name),
          row('Kind of help', `${help.type}, by ${help.support}`, true),
          row('What it is about', placement.focus, true),
          row('What is hoped for', placement.hopedOutcome, true),
          row('Days planned', placement.halfDays === null ? null : halfDaysInWords(placement.halfDays)),
          row('From', placement.startsOn === null ? null : dayText(placement.startsOn)),
          row('To', placement.endsOn === null ? null : dayText(placement.endsOn)),
          row('Broker', assignedTo?.name ?? 'Not assigned', true),
          ...(part === 'service'
            ? [row('Risk', placement.risk === null ? null : RISK_WORDS[placement.risk], true)]
            : []),
          ...(placement.dueOn === null ? [] : [row('Next step due', dayText(placement.dueOn))]),
        ]}
      />
      {part === 'supported head' && placement.state === 'accepted' && (
        <p class="govuk-body app-no-print">
          <a class="govuk-link" href={paths.objection(placement.id)}>
            Object to the leader
          </a>{' '}
          if something speaks against it, before the first contact.
        </p>
      )}
      {moves.length > 0 && (
        <section aria-labelledby="moves" class="app-no-print">
          <h2 class="govuk-heading-m" id="moves">
            What can be done now
          </h2>
          <ul class="govuk-list">
            {moves.map(({ name }) => (
              <li>
                <a class="govuk-link" href={(OWN_FORMS[name] ?? paths.placementMove)(placement.id, name)}>
                  {MOVE_WORDS[name as MoveName]}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </PlacementFrame>
  );
}

function isPlain(name: string): boolean {
  return (PLAIN_MOVES as readonly string[]).includes(name);
}
