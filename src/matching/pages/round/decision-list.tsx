import { Table } from '../../../govuk/table.tsx';
import { londonMoment } from '../../../opendata/rules/london-time.ts';
import { paths } from '../../../web/paths.ts';
import { ScrollRegion } from '../../../web/scroll-region.tsx';
import { decisionSentence } from '../../rules/round/decision-words.ts';
import type { RoundDecision } from '../../rules/round/decision.ts';
import type { Names } from '../../rules/round/names.ts';
import type { Scenario } from '../../rules/round/round.ts';

interface DecisionListProps {
  organisationId: string;
  roundId: string;
  decisions: readonly RoundDecision[];
  scenarios: readonly Scenario[];
  names: Names;
  /** Whether the reader may undo. */
  undoes: boolean;
  caption: string;
}

/** Decisions with who, when and why; each that stands leads to where it is undone. */
export function DecisionList(props: DecisionListProps) {
  const { organisationId, roundId, decisions, scenarios, names, undoes, caption } = props;
  const scenarioNames = new Map(scenarios.map(({ id, name }) => [id, name]));
  return (
    <ScrollRegion label={caption}>
      <Table
        caption={caption}
        captionClass="govuk-table__caption--m"
        class="app-table"
        head={[{ text: 'Decision' }, { text: 'For' }, { text: 'Why' }, { text: 'By' }, { text: 'State' }]}
        rows={decisions.map((decision) => [
          { text: decisionSentence(decision, names) },
          { text: decision.scenarioId === null ? 'All scenarios' : (scenarioNames.get(decision.scenarioId) ?? '') },
          { text: decision.reason },
          { text: `${decision.by}, ${decision.role}, ${londonMoment(new Date(decision.at))}` },
          {
            text: (
              <State
                decision={decision}
                href={undoes ? paths.planningDecision(organisationId, roundId, decision.id) : null}
                names={names}
              />
            ),
          },
        ])}
      />
    </ScrollRegion>
  );
}

function State({ decision, href, names }: { decision: RoundDecision; href: string | null; names: Names }) {
  if (decision.undone !== null) {
    const { by, at, why } = decision.undone;
    return (
      <>
        Undone by {by}, {londonMoment(new Date(at))}
        {why !== null && `. ${why}`}
      </>
    );
  }
  if (href === null) return <>Stands</>;
  return (
    <a class="govuk-link" href={href}>
      Undo<span class="govuk-visually-hidden"> {decisionSentence(decision, names)}</span>
    </a>
  );
}
