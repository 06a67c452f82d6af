import { type SupportPolicy, fieldOf, roleOf } from '../../../leaders/rules/support-policy.ts';
import { Input } from '../../../govuk/input.tsx';
import { SummaryList } from '../../../govuk/summary-list.tsx';
import { errorsOf } from '../../../need/pages/round/rounds.tsx';
import { Form } from '../../../web/form.tsx';
import { Page } from '../../../web/layout.tsx';
import { paths } from '../../../web/paths.ts';
import { leaderName } from '../../rules/round/names.ts';
import type { PlanningRound } from '../../rules/round/round.ts';
import type { Leader } from '../../rules/sides.ts';
import { type Deciding, DecidingFields, TellChanges } from './deciding.tsx';
import { LeaderParts } from './leader-parts.tsx';
import { type Organisation, planningCrumbs } from './planning-crumbs.tsx';

interface LeaderFormPageProps {
  organisation: Organisation;
  round: PlanningRound;
  leader: Leader;
  support: SupportPolicy;
  runs: boolean;
  /** Fields that are ticked in the form. */
  fields: readonly string[];
  deciding: Deciding;
}

/** One leader of a round: what they can give, set and changed; taken out; or let lend though the home school is at risk. */
export function LeaderFormPage(props: LeaderFormPageProps) {
  const { organisation, round, leader, support, runs, fields, deciding } = props;
  const what = deciding.form.typed.what ?? '';
  const formOf = (kind: string) =>
    what === kind ? deciding.form : { typed: kind === 'withdraw leader' ? {} : deciding.form.typed, errors: {} };
  const deed = (kind: string) => (
    <>
      <input type="hidden" name="what" value={kind} />
      <input type="hidden" name="leader" value={leader.key} />
    </>
  );
  const action = paths.planningPart(organisation.id, round.id, 'leader');
  const daysError = formOf('set days').errors.days;
  return (
    <Page
      title={leaderName(leader)}
      caption="Leader"
      breadcrumbs={planningCrumbs(organisation, round)}
      errors={errorsOf(deciding.form)}
    >
      <TellChanges deciding={deciding} />
      <Facts leader={leader} support={support} />
      {runs && (
        <>
          <h2 class="govuk-heading-m">Set the days</h2>
          <Form action={action}>
            {deed('set days')}
            <Input
              name="days"
              label={{ text: 'Days in the term' }}
              class="govuk-input--width-4"
              inputmode="decimal"
              value={formOf('set days').typed.days}
              errorMessage={daysError === undefined ? undefined : { text: daysError }}
            />
            <DecidingFields deciding={deciding} button="Set the days" shown={what === 'set days'} id="-days" />
          </Form>
          <h2 class="govuk-heading-m">Change what they can give</h2>
          <Form action={action}>
            {deed('change leader')}
            <LeaderParts form={formOf('change leader')} fields={fields} support={support} />
            <DecidingFields deciding={deciding} button="Change the leader" shown={what === 'change leader'} />
          </Form>
          {leader.homeRisk === 'at risk' && (
            <>
              <h2 class="govuk-heading-m">Let the home school lend though it is at risk</h2>
              <Form action={action}>
                {deed('override lender')}
                <DecidingFields
                  deciding={deciding}
                  button="Let it lend"
                  shown={what === 'override lender'}
                  id="-lend"
                />
              </Form>
            </>
          )}
          <h2 class="govuk-heading-m">Take them out of the round</h2>
          <Form action={action}>
            {deed('withdraw leader')}
            <DecidingFields
              deciding={deciding}
              button="Take the leader out"
              shown={what === 'withdraw leader'}
              id="-out"
            />
          </Form>
        </>
      )}
    </Page>
  );
}

function Facts({ leader, support }: Pick<LeaderFormPageProps, 'leader' | 'support'>) {
  const { school, days, mostSchools, released, furthestMinutes, pencePerDay, homeRisk } = leader;
  const fields = leader.fields.map((code) => fieldOf(support, code)?.label ?? code);
  return (
    <SummaryList
      rows={[
        {
          key: { text: 'Home school' },
          value: {
            text: (
              <a class="govuk-link" href={paths.school(school.urn)}>
                {school.name}
              </a>
            ),
          },
        },
        { key: { text: 'Role' }, value: { text: roleOf(support, leader.role)?.label ?? leader.role } },
        { key: { text: 'Days in the term' }, value: { text: days } },
        { key: { text: 'Needs at once' }, value: { text: `up to ${mostSchools}` } },
        { key: { text: 'Fields' }, value: { text: fields.length === 0 ? 'None recorded' : fields.join(', ') } },
        {
          key: { text: 'Release' },
          value: { text: released === null ? 'Not asked yet' : released ? 'Released' : 'Not released' },
        },
        {
          key: { text: 'Longest journey' },
          value: { text: furthestMinutes === null ? 'Not said' : `${furthestMinutes} minutes` },
        },
        {
          key: { text: 'A day costs' },
          value: { text: pencePerDay === null ? 'Not known' : `£${(pencePerDay / 100).toLocaleString('en-GB')}` },
        },
        {
          key: { text: 'Home school at risk' },
          value: {
            text: { none: 'No', 'at risk': 'Yes: lends by override alone', 'in need': 'In need: never lends' }[
              homeRisk
            ],
          },
        },
      ]}
    />
  );
}
