import { InsetText } from '../../govuk/inset-text.tsx';
import { londonMoment } from '../../opendata/rules/london-time.ts';
import { Page } from '../../web/layout.tsx';
import { linkedText } from '../rules/linked-text.ts';
import type { OutboxLetter } from '../rules/mail-record.ts';

interface OutboxPageProps {
  letters: readonly OutboxLetter[];
  siteUrl: string;
}

/** In demonstration mode: the mail that would have left, newest first. */
export function OutboxPage({ letters, siteUrl }: OutboxPageProps) {
  return (
    <Page title="Demonstration mail">
      <InsetText>In demonstration mode no mail leaves this computer. It lands here, for everybody to read.</InsetText>
      {letters.length === 0 ? (
        <p class="govuk-body">No mail yet. Inviting somebody, resetting a password or making a complaint sends some.</p>
      ) : (
        letters.map((letter) => <Letter key={letter.id} letter={letter} siteUrl={siteUrl} />)
      )}
    </Page>
  );
}

function Letter({ letter, siteUrl }: { letter: OutboxLetter; siteUrl: string }) {
  return (
    <article class="app-panel">
      <h2 class="govuk-heading-m">{letter.subject}</h2>
      <p class="govuk-body">
        To {letter.to}, {londonMoment(letter.at)}
      </p>
      <p class="govuk-body app-letter">
        {linkedText(letter.text, siteUrl).map(({ text, href }) =>
          href === undefined ? (
            text
          ) : (
            <a class="govuk-link" href={href}>
              {text}
            </a>
          ),
        )}
      </p>
    </article>
  );
}
