import { Button } from '../../govuk/button.tsx';
import { NotificationBanner } from '../../govuk/notification-banner.tsx';
import { Radios } from '../../govuk/radios.tsx';
import { Form } from '../../web/form.tsx';
import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';
import type { Frequency } from '../rules/digest.ts';
import { type NewsAbout, nameOf } from '../rules/news-list.ts';

interface NewsMailPageProps {
  /** Whose news the person could get; null where they act for no area, trust or school. */
  about: NewsAbout | null;
  /** How often they get it now; null when not at all. */
  held: Frequency | null;
  done?: boolean;
  error?: string;
}

/** Whether and how often one gets the news of one's own area or trust by mail. */
export function NewsMailPage({ about, held, done = false, error }: NewsMailPageProps) {
  return (
    <Page
      title="News by mail"
      breadcrumbs={[
        { text: 'Home', href: paths.home() },
        { text: 'Your account', href: paths.account() },
      ]}
      errors={error === undefined ? [] : [{ text: error, href: '#frequency' }]}
    >
      {done && <NotificationBanner type="success">{heldWords(held)}</NotificationBanner>}
      {about === null ? (
        <p class="govuk-body">
          News by mail is about the schools of the area or trust that you act for, and you act for neither. All news is
          on{' '}
          <a class="govuk-link" href={paths.news()}>
            the page of news
          </a>
          .
        </p>
      ) : (
        <>
          <p class="govuk-body">
            What is sent is what stands on the page of{' '}
            <a class="govuk-link" href={paths.news(about)}>
              news of schools in {nameOf(about)}
            </a>
            . You can end it here, or by the link in each letter.
          </p>
          <Form action={paths.newsMail()}>
            <Radios
              name="frequency"
              fieldset={{
                legend: { text: `Send me the news of ${nameOf(about)}`, class: 'govuk-fieldset__legend--m' },
              }}
              errorMessage={error === undefined ? undefined : { text: error }}
              value={held ?? 'none'}
              items={[
                { value: 'none', text: 'Not at all' },
                {
                  value: 'as it comes',
                  text: 'As it comes',
                  hint: { text: 'After a file with news was loaded, once a day at most' },
                },
                { value: 'weekly', text: 'Weekly', hint: { text: 'On Monday morning, when there is any' } },
              ]}
            />
            <Button>Save</Button>
          </Form>
        </>
      )}
    </Page>
  );
}

function heldWords(held: Frequency | null): string {
  if (held === null) return 'You get no news by mail.';
  return held === 'weekly' ? 'You get news by mail on Mondays.' : 'You get news by mail as it comes.';
}
