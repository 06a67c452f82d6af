import { Button } from '../../govuk/button.tsx';
import { DateInput } from '../../govuk/date-input.tsx';
import { InsetText } from '../../govuk/inset-text.tsx';
import { Radios } from '../../govuk/radios.tsx';
import { Textarea } from '../../govuk/textarea.tsx';
import { dayText } from '../../schools/rules/figure-words.ts';
import { Form } from '../../web/form.tsx';
import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';
import type { EnteredIndicator } from '../rules/need-policy.ts';
import type { RecordedEntry } from '../rules/recorded-entry.ts';

interface NeedEntryPageProps {
  school: { urn: number; name: string };
  /** The indicators of the pack in force that people enter, for schools of this phase. */
  indicators: readonly EnteredIndicator[];
  /** The one that is answered; null for the page that asks which. */
  indicator: EnteredIndicator | null;
  typed: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
}

/** Where the service enters what no file tells: which question, then the answer with day and evidence. */
export function NeedEntryPage({ school, indicators, indicator, typed, errors }: NeedEntryPageProps) {
  return (
    <Page
      title={`${school.name}: enter what is known`}
      caption={school.name}
      heading={indicator === null ? 'What do you know that no file tells?' : indicator.label}
      backLink={
        indicator === null
          ? { href: paths.need(school.urn), text: 'Back to the need of the school' }
          : { href: paths.needEntries(school.urn), text: 'Back to the questions' }
      }
      errors={Object.entries(errors).map(([field, text]) => ({ text, href: `#${FOCUS[field] ?? field}` }))}
    >
      {indicator === null ? (
        <Questions school={school} indicators={indicators} />
      ) : (
        <Answer {...{ school, indicator, typed, errors }} />
      )}
    </Page>
  );
}

// The first box of a date takes the focus, not the group.
const FOCUS: Readonly<Record<string, string>> = { on: 'on-day' };

function Questions({ school, indicators }: Pick<NeedEntryPageProps, 'school' | 'indicators'>) {
  if (indicators.length === 0)
    return <p class="govuk-body">The pack in force asks for nothing that people enter of this school.</p>;
  return (
    <>
      <p class="govuk-body">
        What you enter counts for your organisation at once. The school reads it, with your name, and can comment on it.
      </p>
      <ul class="govuk-list">
        {indicators.map(({ code, label, question }) => (
          <li>
            <a class="govuk-link" href={paths.needEntries(school.urn, { code })}>
              {label}
            </a>
            : {question}
          </li>
        ))}
      </ul>
    </>
  );
}

function Answer({
  school,
  indicator,
  typed,
  errors,
}: Omit<NeedEntryPageProps, 'indicators' | 'indicator'> & { indicator: EnteredIndicator }) {
  const message = (field: string) => (errors[field] === undefined ? undefined : { text: errors[field] });
  return (
    <Form action={paths.needEntries(school.urn)}>
      <input type="hidden" name="code" value={indicator.code} />
      <Radios
        name="level"
        fieldset={{ legend: { text: indicator.question, class: 'govuk-fieldset__legend--m' } }}
        errorMessage={message('level')}
        value={typed.level}
        items={[
          { value: indicator.clearLevel, text: indicator.clearLevel, hint: { text: 'No points' } },
          ...indicator.steps.map(({ level, points }) => ({
            value: level,
            text: level,
            hint: { text: `${points} point${points === 1 ? '' : 's'}` },
          })),
        ]}
      />
      <DateInput
        id="on"
        namePrefix="on"
        values={typed}
        errorMessage={message('on')}
        fieldset={{ legend: { text: 'On which day was it seen?', class: 'govuk-fieldset__legend--m' } }}
        hint={{ text: `It counts for ${indicator.validMonths} months from that day.` }}
      />
      <Textarea
        name="evidence"
        label={{ text: 'What was seen', class: 'govuk-label--m' }}
        hint={{
          text: 'The school reads this. Say what you saw and how, so that its head would accept it as fair. No pupil’s name, nothing about anybody’s health or union, and no detail of a complaint against a person.',
        }}
        value={typed.evidence}
        errorMessage={message('evidence')}
      />
      <Textarea
        name="note"
        label={{ text: 'A note for your service alone (if you need one)', class: 'govuk-label--m' }}
        hint={{
          text: 'The school does not see it on this site, but may ask for it by law. The same things stay out of it.',
        }}
        value={typed.note}
        errorMessage={message('note')}
      />
      <InsetText>
        An entry cannot be changed. One that was wrong is withdrawn, with the reason, and stays in the history.
      </InsetText>
      <Button preventDoubleClick>Enter</Button>
    </Form>
  );
}

interface WithdrawEntryPageProps {
  school: { urn: number; name: string };
  entry: RecordedEntry;
  label: string;
  typed: string;
  problem: string | null;
}

/** Takes an entry back, with the reason. */
export function WithdrawEntryPage({ school, entry, label, typed, problem }: WithdrawEntryPageProps) {
  return (
    <Page
      title={`${school.name}: withdraw an entry`}
      caption={school.name}
      heading="Withdraw an entry"
      backLink={{ href: `${paths.need(school.urn)}#entries`, text: 'Back to the need of the school' }}
      errors={problem === null ? [] : [{ text: problem, href: '#reason' }]}
    >
      <p class="govuk-body">
        {label}: {entry.level}, seen on {dayText(entry.on)}.
      </p>
      <blockquote class="govuk-inset-text app-letter">{entry.evidence}</blockquote>
      <Form action={paths.withdrawNeedEntry(school.urn, entry.id)}>
        <Textarea
          name="reason"
          label={{ text: 'Why is it withdrawn?', class: 'govuk-label--m' }}
          hint={{ text: 'The school reads it. The entry stays in the history and counts no more.' }}
          value={typed}
          errorMessage={problem === null ? undefined : { text: problem }}
        />
        <Button class="govuk-button--warning" preventDoubleClick>
          Withdraw
        </Button>
      </Form>
    </Page>
  );
}
