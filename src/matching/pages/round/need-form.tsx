import type { SupportPolicy } from '../../../leaders/rules/support-policy.ts';
import { SummaryList } from '../../../govuk/summary-list.tsx';
import { errorsOf } from '../../../need/pages/round/rounds.tsx';
import { Form } from '../../../web/form.tsx';
import { Page } from '../../../web/layout.tsx';
import { paths } from '../../../web/paths.ts';
import type { PlanningRound } from '../../rules/round/round.ts';
import type { Need } from '../../rules/sides.ts';
import { supportWords } from '../../rules/support-policy.ts';
import { type Deciding, DecidingFields, TellChanges } from './deciding.tsx';
import { NeedParts } from './need-parts.tsx';
import { type Organisation, planningCrumbs } from './planning-crumbs.tsx';

interface NeedFormPageProps {
  organisation: Organisation;
  round: PlanningRound;
  need: Need;
  leftOut: boolean;
  support: SupportPolicy;
  runs: boolean;
  deciding: Deciding;
}

/** One need of a round: what it asks for, changed or left out. */
export function NeedFormPage({ organisation, round, need, leftOut, support, runs, deciding }: NeedFormPageProps) {
  const action = paths.planningPart(organisation.id, round.id, 'need');
  const isChange = deciding.form.typed.what !== 'leave out';
  const empty = { typed: {}, errors: {} };
  return (
    <Page
      title={need.school.name}
      caption={`Needs ${supportWords(support, need.support)}`}
      breadcrumbs={planningCrumbs(organisation, round)}
      errors={errorsOf(deciding.form)}
    >
      <TellChanges deciding={deciding} />
      <SummaryList
        rows={[
          {
            key: { text: 'Why it is in the round' },
            value: {
              text: (
                <>
                  {need.assessment.because}{' '}
                  <a class="govuk-link" href={paths.need(need.school.urn)}>
                    Its need
                  </a>
                </>
              ),
            },
          },
          { key: { text: 'Days in the term' }, value: { text: need.days } },
          {
            key: { text: 'Help can start' },
            value: { text: windowWords(need) },
          },
          {
            key: { text: 'Nearest leader asked for' },
            value: { text: need.confidentialKm === null ? 'Any distance' : `${need.confidentialKm} km` },
          },
        ]}
      />
      {leftOut && <p class="govuk-body">It is left out of every plan: undo that in the list of decisions.</p>}
      {runs && !leftOut && (
        <>
          <h2 class="govuk-heading-m">Change what it asks for</h2>
          <Form action={action}>
            <input type="hidden" name="what" value="change need" />
            <input type="hidden" name="need" value={need.key} />
            <NeedParts form={isChange ? deciding.form : { ...empty, typed: deciding.form.typed }} />
            <DecidingFields deciding={deciding} button="Change the need" shown={isChange} />
          </Form>
          <h2 class="govuk-heading-m">Leave it out</h2>
          <Form action={action}>
            <input type="hidden" name="what" value="leave out" />
            <input type="hidden" name="need" value={need.key} />
            <DecidingFields deciding={deciding} button="Leave the need out" id="-out" shown={!isChange} />
          </Form>
        </>
      )}
    </Page>
  );
}

function windowWords({ from, to }: Pick<Need, 'from' | 'to'>): string {
  if (from === null && to === null) return 'On any day of the term';
  return `${from === null ? '' : `from ${from} `}${to === null ? '' : `to ${to}`}`.trim();
}
