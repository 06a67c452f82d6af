import { Button } from '../../../govuk/button.tsx';
import { InsetText } from '../../../govuk/inset-text.tsx';
import { NotificationBanner } from '../../../govuk/notification-banner.tsx';
import { dayText } from '../../../schools/rules/figure-words.ts';
import { londonDay } from '../../../opendata/rules/london-time.ts';
import { Form } from '../../../web/form.tsx';
import { Page } from '../../../web/layout.tsx';
import { paths } from '../../../web/paths.ts';
import type { LetterContent } from '../../rules/round/letter.ts';
import type { RecordedLetter } from '../../rules/round/timeline.ts';
import { Day, errorsOf, type FormState } from './rounds.tsx';

/** The words of a letter, as they are read on the page and on paper. */
export function LetterWords({ content }: { content: LetterContent }) {
  return (
    <div class="app-paper">
      {content.opening.map((text) => (
        <p class="govuk-body">{text}</p>
      ))}
      <h2 class="govuk-heading-m">What it means</h2>
      {content.meaning.map((text) => (
        <p class="govuk-body">{text}</p>
      ))}
      <h2 class="govuk-heading-m">{content.evidenceTitle}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {content.evidence.map(({ label, state, sentence }) => (
          <li>
            <strong>{label}</strong> ({STATES[state]}): {sentence}
          </li>
        ))}
      </ul>
      <h2 class="govuk-heading-m">How to answer</h2>
      {content.closing.map((text) => (
        <p class="govuk-body">{text}</p>
      ))}
    </div>
  );
}

const STATES = { raised: 'raised', clear: 'not raised', missing: 'not known, nothing is scored' } as const;

interface LetterPageProps {
  school: { urn: number; name: string };
  letter: RecordedLetter & { content: LetterContent };
  /** Whether the reader answers for the school, or writes down that it was posted; null for neither. */
  reader: { answers: boolean; posts: boolean };
  form: FormState;
  done: string | null;
}

/** A letter to a school, as its head reads it and as it is printed for the post. */
export function LetterPage({ school, letter, reader, form, done }: LetterPageProps) {
  const { content, by, organisation, at, answerBy, sent, id } = letter;
  return (
    <Page
      title={content.subject}
      caption={`Letter of ${organisation}`}
      backLink={{ href: paths.needHistory(school.urn), text: 'All letters and decisions' }}
      errors={errorsOf(form)}
    >
      {done === 'posted' && (
        <NotificationBanner type="success">It is written down that the letter was posted.</NotificationBanner>
      )}
      <p class="app-lede">
        To the headteacher and the governors of {school.name}, {londonDay(new Date(at))}
      </p>
      <LetterWords content={content} />
      <p class="govuk-body">
        {by}
        <br />
        {organisation}
      </p>
      {reader.answers && (
        <p class="app-no-print">
          <Button href={paths.needAnswer(school.urn)}>Answer this letter</Button>
        </p>
      )}
      {reader.posts && (
        <div class="app-no-print">
          <h2 class="govuk-heading-m">How it left</h2>
          {sent.length === 0 ? (
            <p class="govuk-body">
              Nobody of the school had an account when it was written: print this page, post it, and say so here.
            </p>
          ) : (
            <ul class="govuk-list govuk-list--bullet">
              {sent.map(({ way, people, on, by: who }) => (
                <li>
                  {way === 'mail'
                    ? `By mail to ${people} ${people === 1 ? 'person' : 'people'} of the school, ${dayText(on)}`
                    : `By post, ${dayText(on)}`}{' '}
                  ({who})
                </li>
              ))}
            </ul>
          )}
          <Form action={paths.needLetter(school.urn, id, 'posted')}>
            <Day
              id="posted"
              legend="Posted on"
              typed={form.typed}
              error={form.errors.posted === undefined ? undefined : { text: form.errors.posted }}
            />
            <Button class="govuk-button--secondary" preventDoubleClick>
              It was posted on this day
            </Button>
          </Form>
        </div>
      )}
      <p class="govuk-body-s">An answer is asked for by {dayText(answerBy)}.</p>
    </Page>
  );
}

interface LetterPreviewProps {
  organisation: { id: string };
  roundId: string;
  school: { urn: number; name: string };
  content: LetterContent;
}

/** A letter before it goes. */
export function LetterPreview({ organisation, roundId, school, content }: LetterPreviewProps) {
  return (
    <Page
      title={`Preview: ${content.subject}`}
      caption={school.name}
      backLink={{
        href: paths.needRoundPart(organisation.id, roundId, 'letters'),
        text: 'Back to the letters',
      }}
    >
      <InsetText>Nothing has been sent. This is the letter as it would go now.</InsetText>
      <LetterWords content={content} />
    </Page>
  );
}
