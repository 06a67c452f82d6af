import { InsetText } from '../../govuk/inset-text.tsx';
import { Table } from '../../govuk/table.tsx';
import { dayText } from '../../schools/rules/figure-words.ts';
import { londonMoment } from '../../opendata/rules/london-time.ts';
import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';
import { ScrollRegion } from '../../web/scroll-region.tsx';
import type { IndicatorResult } from '../rules/assessment.ts';
import type { MinimumStandards } from '../rules/minimum-standards.ts';
import type { Category, NeedPolicy } from '../rules/need-policy.ts';
import type { Replayed } from '../rules/replay.ts';
import { PolicyExplained } from './policy-explained.tsx';

interface DecisionPageProps {
  school: { urn: number; name: string };
  decision: {
    at: string;
    role: string;
    organisation: string;
    computed: Category;
    points: number | null;
    category: Category;
    asAt: string;
    policyId: string;
    pack: { sha256: string; policy: NeedPolicy; standards: MinimumStandards; owner?: { name: string } } | null;
    replayed: Replayed | null;
  };
}

/** An old decision as it was: the evidence that was seen, the pack of that day, and whether the one still gives the other. */
export function DecisionAsItWasPage({ school, decision }: DecisionPageProps) {
  const { at, role, organisation, computed, category, asAt, policyId, pack, replayed } = decision;
  return (
    <Page
      wide
      title={`${school.name}: decision of ${londonMoment(new Date(at))}`}
      caption={school.name}
      heading="A decision as it was"
      backLink={{ href: `${paths.need(school.urn)}#decisions`, text: 'Back to the need of the school' }}
    >
      <p class="app-lede">
        Category {category} {category === computed ? 'confirmed' : `set, changed from ${computed}`} by {role}
        {organisation !== '' && ` for ${organisation}`}, {londonMoment(new Date(at))}.
      </p>
      <p class="govuk-body">
        Seen then: published data as at {dayText(asAt)}, under{' '}
        {pack === null ? `the policy ${policyId}` : `“${pack.policy.title}” (${policyId})`}.
      </p>
      {replayed === null || pack === null ? (
        <InsetText>
          This decision was made before the evidence and the text of the pack were kept, so it cannot be worked out
          again.
        </InsetText>
      ) : (
        <>
          <InsetText>
            {replayed.same
              ? `Worked out again from this evidence under this pack, it gives exactly the same: category ${replayed.category} with ${replayed.points} points.`
              : `Worked out again from this evidence under this pack, it gives category ${replayed.category} with ${replayed.points} points, and not category ${computed} with ${decision.points} points. Something is wrong with the record: tell whoever runs the site.`}
          </InsetText>
          <p class="govuk-body">{replayed.because}</p>
          <Evidence indicators={replayed.indicators} />
          <PolicyExplained policy={pack.policy} standards={pack.standards} owner={pack.owner} />
          <p class="app-source">Text of the pack: {pack.sha256}</p>
        </>
      )}
    </Page>
  );
}

const STATES = { raised: 'raised', clear: 'not raised', missing: 'not known' } as const;

function Evidence({ indicators }: { indicators: readonly IndicatorResult[] }) {
  return (
    <ScrollRegion label="Evidence that was seen">
      <Table
        caption="Evidence that was seen"
        captionClass="govuk-table__caption--m"
        class="app-table"
        firstCellIsHeader
        head={[{ text: 'Indicator' }, { text: 'State' }, { text: 'Points', format: 'numeric' }, { text: 'In words' }]}
        rows={indicators.map(({ label, state, points, sentence }) => [
          { text: label },
          { text: STATES[state] },
          { text: state === 'missing' ? '' : points, format: 'numeric' },
          { text: sentence },
        ])}
      />
    </ScrollRegion>
  );
}
