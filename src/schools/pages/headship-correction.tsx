import { Button } from '../../govuk/button.tsx';
import { DateInput } from '../../govuk/date-input.tsx';
import { Radios } from '../../govuk/radios.tsx';
import { Textarea } from '../../govuk/textarea.tsx';
import { Form } from '../../web/form.tsx';
import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';
import { dayText } from '../rules/figure-words.ts';
import { type HeadshipCorrection, spanKey, STANDINGS, standingCorrections } from '../rules/headship/correction.ts';
import type { ComparedStretch } from '../rules/headship/stretches.ts';
import { CorrectionHistory } from './correction-history.tsx';
import { PublishedChange, StretchList } from './published-change.tsx';

interface CorrectionPageProps {
  school: { urn: number; name: string };
  /** What lies between the extracts that tell of the school, the earliest first. */
  stretches: readonly ComparedStretch[];
  /** The one to correct; null on the page that asks which. */
  stretch: ComparedStretch | null;
  /** All that the reader may read, the newest first. */
  corrections: readonly HeadshipCorrection[];
  reader: { organisationId: string; organisation: string; ofSchool: boolean };
  /** What was typed, by field, when the form came back. */
  typed?: Readonly<Record<string, string>>;
  /** What is wrong with each field. */
  errors?: Readonly<Record<string, string>>;
}

/** Where a person says what is right about a change of head, and everybody who may reads what was said. */
export function HeadshipCorrectionPage(props: CorrectionPageProps) {
  const { school, stretches, stretch, corrections, errors = {} } = props;
  return (
    <Page
      title={`${school.name}: correct a change of head`}
      caption={school.name}
      heading="Correct a change of head"
      backLink={{ href: `${paths.school(school.urn)}#headteachers`, text: 'Back to the headteachers of the school' }}
      errors={Object.entries(errors).map(([field, text]) => ({ text, href: `#${FOCUS[field] ?? field}` }))}
    >
      <p class="app-lede">
        No published file says when a head began, so changes are read from names alone. Say here what is right.
      </p>
      {stretch === null ? (
        <StretchList urn={school.urn} stretches={stretches} />
      ) : (
        <Correction {...props} stretch={stretch} />
      )}
      <CorrectionHistory corrections={corrections} />
      <p class="govuk-body">
        Is it about you? You may also{' '}
        <a class="govuk-link" href={paths.ownData()}>
          ask for a correction of your data
        </a>
        .
      </p>
    </Page>
  );
}

// The first box of a date takes the focus, not the group.
const FOCUS: Readonly<Record<string, string>> = { happened: 'happened-day' };

function Correction({
  school,
  stretch,
  corrections,
  reader,
  typed,
  errors = {},
}: CorrectionPageProps & { stretch: ComparedStretch }) {
  const message = (field: string) => (errors[field] === undefined ? undefined : { text: errors[field] });
  const own = standingCorrections(corrections).find(
    (one) => one.organisationId === reader.organisationId && spanKey(school.urn, one) === spanKey(school.urn, stretch),
  );
  const value = typed ?? (own === undefined ? {} : valuesOf(own));
  return (
    <>
      <PublishedChange stretch={stretch} />
      <Form action={paths.headshipCorrections(school.urn)}>
        <input type="hidden" name="notBefore" value={stretch.notBefore} />
        <input type="hidden" name="notAfter" value={stretch.notAfter} />
        <Radios
          name="says"
          fieldset={{ legend: { text: 'What is right?', class: 'govuk-fieldset__legend--m' } }}
          errorMessage={message('says')}
          value={value.says}
          items={[
            {
              value: 'same person',
              text: 'The same person',
              hint: { text: 'Married, written another way, or acting before' },
            },
            { value: 'another person', text: 'Another person', hint: { text: 'A new head came' } },
            { value: 'vacancy', text: 'The post became vacant' },
            own && {
              value: 'withdrawn',
              text: 'Withdraw what we said',
              hint: { text: 'The published names stand again' },
            },
          ]}
        />
        <DateInput
          id="happened"
          namePrefix="happened"
          values={value}
          errorMessage={message('happened')}
          fieldset={{ legend: { text: 'On which day, if you know it?', class: 'govuk-fieldset__legend--s' } }}
          hint={{
            text: `After ${dayText(stretch.notBefore)} and not after ${dayText(stretch.notAfter)}. For another person or a vacancy.`,
          }}
        />
        <Radios
          name="first"
          class="govuk-radios--inline"
          fieldset={{ legend: { text: 'Is it the new head’s first headship?', class: 'govuk-fieldset__legend--s' } }}
          value={value.first ?? 'not said'}
          items={[
            { value: 'yes', text: 'Yes' },
            { value: 'no', text: 'No' },
            { value: 'not said', text: 'Not known, or nobody new' },
          ]}
        />
        <Radios
          name="standing"
          fieldset={{ legend: { text: 'How do they hold the post?', class: 'govuk-fieldset__legend--s' } }}
          value={value.standing ?? 'not said'}
          items={[
            ...STANDINGS.map((standing) => ({ value: standing, text: STANDING_WORDS[standing] })),
            { value: 'not said', text: 'Not known' },
          ]}
        />
        <Textarea
          name="reason"
          label={{ text: 'How you know', class: 'govuk-label--m' }}
          hint={{
            text: reader.ofSchool
              ? 'The local authority and the trust of the school read it, with your name. Leave out health, family and why somebody left.'
              : 'The school reads it too, with your name. Leave out health, family and why somebody left.',
          }}
          value={value.reason}
          errorMessage={message('reason')}
        />
        <p class="govuk-body">
          What you say stands for {reader.organisation} beside the published names, which stay as they are. Everything
          said before stays in the history. Stored need and published turnover do not change.
        </p>
        <Button preventDoubleClick>Save correction</Button>
      </Form>
    </>
  );
}

const STANDING_WORDS = {
  permanent: 'Permanent',
  acting: 'Acting',
  interim: 'Interim',
  executive: 'Executive head',
  'co-head': 'Co-head',
} as const;

/** What stands, as the form has it. */
function valuesOf({ says, happenedOn, firstHeadship, standing }: HeadshipCorrection): Record<string, string> {
  const [year = '', month = '', day = ''] = happenedOn?.split('-') ?? [];
  return {
    says,
    'happened-day': day.replace(/^0/, ''),
    'happened-month': month.replace(/^0/, ''),
    'happened-year': year,
    first: firstHeadship === null ? 'not said' : firstHeadship ? 'yes' : 'no',
    standing: standing ?? 'not said',
  };
}
