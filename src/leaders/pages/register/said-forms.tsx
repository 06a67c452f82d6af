import { halfDaysInWords } from '../../../calendar/half-days.ts';
import { Button } from '../../../govuk/button.tsx';
import { Checkboxes } from '../../../govuk/checkboxes.tsx';
import { Input } from '../../../govuk/input.tsx';
import { Radios } from '../../../govuk/radios.tsx';
import { Textarea } from '../../../govuk/textarea.tsx';
import { termWords } from '../../../need/rules/round/term.ts';
import { Form } from '../../../web/form.tsx';
import { FormDateInput } from '../../../web/form-date-input.tsx';
import { Page } from '../../../web/layout.tsx';
import { paths } from '../../../web/paths.ts';
import type { OwnPart } from '../../../web/paths-register.ts';
import type { InterestPolicy } from '../../rules/interest-policy.ts';
import { kindWords } from '../../rules/interest-policy.ts';
import { SHOWABLE, SHOWABLE_WORDS } from '../../rules/register/consent.ts';
import { type TermLedger } from '../../rules/register/ledger.ts';
import type { Standing } from '../../rules/register/standing.ts';
import { capital, faultIn, type Place, placeCrumbs, type RegisterForm, summaryOf } from './parts.tsx';

interface OfLeader {
  place: Place;
  leader: { id: string; name: string };
  form: RegisterForm;
}

function actionOf({ place, leader }: Pick<OfLeader, 'place' | 'leader'>, part: OwnPart): string {
  return place.of === 'service'
    ? paths.leader(place.organisation.id, leader.id, part)
    : paths.ownEntry(leader.id, part);
}

/** Where days of the coming terms are said, or confirmed as they stand. */
export function DaysPage({ ledgers, ...of }: OfLeader & { ledgers: readonly TermLedger[] }) {
  const { place, leader, form } = of;
  return (
    <Page
      title={place.of === 'service' ? `Days of ${leader.name}` : 'Confirm your days'}
      caption="Leaders’ register"
      breadcrumbs={placeCrumbs(place, leader)}
      errors={summaryOf(form)}
    >
      <p class="govuk-body">
        Say how many days can be given to other schools in each term, in whole or half days. What stands in a box is
        confirmed as of today. A box left empty says nothing of its term; 0 says that there are none.
      </p>
      <Form action={actionOf(of, 'days')}>
        {ledgers.map((one) => {
          const name = `days-${one.schoolYear}-${one.term}`;
          return (
            <Input
              name={name}
              label={{ text: capital(termWords(one)) }}
              hint={{
                text: `Offered: ${one.offered === null ? 'not said' : halfDaysInWords(one.offered)}; promised: ${halfDaysInWords(one.promised)}; used: ${halfDaysInWords(one.used)}`,
              }}
              class="govuk-input--width-4"
              inputmode="decimal"
              suffix={{ text: 'days' }}
              value={form.typed[name]}
              errorMessage={faultIn(form, name)}
            />
          );
        })}
        <Button preventDoubleClick>Confirm these days</Button>
      </Form>
    </Page>
  );
}

/** Where other standing of a leader is written down, or an interest. */
export function StandingPage({ interests, ...of }: OfLeader & { interests: Pick<InterestPolicy, 'kinds'> }) {
  const { place, leader, form } = of;
  return (
    <Page
      title={place.of === 'service' ? `Other standing of ${leader.name}` : 'Add other standing or an interest'}
      caption="Leaders’ register"
      breadcrumbs={placeCrumbs(place, leader)}
      errors={summaryOf(form)}
    >
      <p class="govuk-body">
        Work for others and ties to schools that could come between: each keeps the leader apart from those schools when
        pairs are planned.
      </p>
      <Form action={actionOf(of, 'standing')}>
        <Radios
          name="kind"
          class="govuk-radios--small"
          value={form.typed.kind}
          errorMessage={faultIn(form, 'kind')}
          fieldset={{ legend: { text: 'Kind', class: 'govuk-fieldset__legend--s' } }}
          items={interests.kinds.map(({ code, label, conflict }) => ({
            value: code,
            text: label,
            hint: { text: conflict },
          }))}
        />
        <Radios
          name="about"
          class="govuk-radios--small"
          value={form.typed.about}
          errorMessage={faultIn(form, 'about')}
          fieldset={{ legend: { text: 'What it is in', class: 'govuk-fieldset__legend--s' } }}
          items={[
            { value: 'school', text: 'One school' },
            { value: 'trust', text: 'Every school of a trust or federation' },
            {
              value: 'whole',
              text: 'No single school',
              hint: {
                text: 'For example an inspector in general. It is shown, and people judge; no plan can apply it by itself.',
              },
            },
          ]}
        />
        <Input
          name="number"
          label={{ text: 'URN of the school, or number of the trust' }}
          class="govuk-input--width-10"
          inputmode="numeric"
          value={form.typed.number}
          errorMessage={faultIn(form, 'number')}
        />
        <Textarea
          name="words"
          rows={3}
          label={{ text: 'What it is', class: 'govuk-label--s' }}
          hint={{ text: 'A sentence or two. Leave out health and names of family.' }}
          value={form.typed.words}
          errorMessage={faultIn(form, 'words')}
        />
        <FormDateInput id="since" legend="Since (optional)" values={form.typed} error={form.dates.since} />
        <FormDateInput
          id="until"
          legend="Until (leave empty while it lasts)"
          values={form.typed}
          error={form.dates.until}
        />
        <Button preventDoubleClick>Write it down</Button>
      </Form>
    </Page>
  );
}

/** Where what was written down is taken back, with why. */
export function WithdrawStandingPage({
  standing,
  interests,
  ...of
}: OfLeader & { standing: Standing; interests: Pick<InterestPolicy, 'kinds'> }) {
  const { place, leader, form } = of;
  const action =
    place.of === 'service'
      ? paths.leaderStanding(place.organisation.id, leader.id, standing.id)
      : paths.ownStanding(leader.id, standing.id);
  return (
    <Page
      title={`Take back: ${kindWords(interests, standing.kind)}`}
      caption="Leaders’ register"
      breadcrumbs={placeCrumbs(place, leader)}
      errors={summaryOf(form)}
    >
      <p class="govuk-body">
        {standing.about === null ? '' : `${standing.about}: `}
        <span class="app-letter">{standing.words}</span>
      </p>
      <p class="govuk-body">
        Something that ended should get its last day rather than be taken back: it counts for a time after it ended.
      </p>
      <Form action={action}>
        <Textarea
          name="why"
          rows={3}
          label={{ text: 'Why it does not hold', class: 'govuk-label--s' }}
          value={form.typed.why}
          errorMessage={faultIn(form, 'why')}
        />
        <Button preventDoubleClick>Take it back</Button>
      </Form>
    </Page>
  );
}

/** Where a leader chooses what the directory shows of them, or their service writes down what they gave in writing. */
export function ConsentPage(of: OfLeader) {
  const { place, leader, form } = of;
  const own = place.of === 'leader';
  return (
    <Page
      title={own ? 'The public directory' : `Directory: what ${leader.name} said in writing`}
      caption="Leaders’ register"
      breadcrumbs={placeCrumbs(place, leader)}
      errors={summaryOf(form)}
    >
      <p class="govuk-body">
        The directory is open to everybody. It shows name, service and designations, and what is ticked below; never an
        address. Schools ask through the service. The choice can be changed at any time, and counts at once.
      </p>
      <Form action={actionOf(of, 'consent')}>
        <Radios
          name="says"
          value={form.typed.says}
          errorMessage={faultIn(form, 'says')}
          fieldset={{
            legend: {
              text: own ? 'May the public find you?' : 'May the public find this leader?',
              class: 'govuk-fieldset__legend--s',
            },
          }}
          items={[
            { value: 'yes', text: 'Yes' },
            { value: 'no', text: 'No' },
          ]}
        />
        <Checkboxes
          name="shows"
          class="govuk-checkboxes--small"
          values={form.chosen.shows ?? []}
          errorMessage={faultIn(form, 'shows')}
          fieldset={{ legend: { text: 'What it shows besides', class: 'govuk-fieldset__legend--s' } }}
          items={SHOWABLE.map((part) => ({ value: part, text: own ? SHOWABLE_WORDS[part] : capital(part) }))}
        />
        {!own && (
          <FormDateInput id="given" legend="Day on which they wrote it" values={form.typed} error={form.dates.given} />
        )}
        <Button preventDoubleClick>Save</Button>
      </Form>
    </Page>
  );
}
