import { Table } from '../../govuk/table.tsx';
import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';
import { ScrollRegion } from '../../web/scroll-region.tsx';

interface PrivacyPageProps {
  policy: {
    rules: Readonly<Record<string, { keepMonths: number; from: string }>>;
    deadlines: { 'data request days': number; 'complaint acknowledgement days': number };
  };
  /** Names of the providers that people may sign in with. */
  providers: readonly string[];
  /** How mail leaves, in words; null when it does not. */
  mail: string | null;
}

/** What is held about people, why, for how long, and what they may ask: the notice of Articles 13 and 14 of the UK GDPR. */
export function PrivacyPage({ policy: { rules, deadlines }, providers, mail }: PrivacyPageProps) {
  return (
    <Page title="Privacy" breadcrumbs={[{ text: 'Home', href: paths.home() }]}>
      <p class="app-lede">What this site holds about people, why, for how long, and what you may ask.</p>
      <h2 class="govuk-heading-m">Who answers for it</h2>
      <p class="govuk-body">
        The council, trust, hub, diocese, school or board that you act for on this site decides why and how your data is
        used there: it is the controller of its own records. Where several work together each answers for its own.
        Whoever runs this site does so on their behalf, as their processor.
      </p>
      <h2 class="govuk-heading-m">What is held, and why</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>
          <strong>If you only read public pages:</strong> nothing about you is stored.
        </li>
        <li>
          <strong>If you have an account:</strong> your name, email address, roles and sessions, and how you sign in. A
          password is kept so that nobody can read it.
        </li>
        <li>
          <strong>What you do:</strong> when you sign in or fail to, what you read of your organisation’s records,
          change or take away, when, in which role and from which address. It shows who saw confidential records, and
          nobody can alter it unnoticed.
        </li>
        <li>
          <strong>What you write:</strong> comments on a school, decisions, requests and complaints, under your name.
        </li>
        <li>
          <strong>If you choose news by mail:</strong> how often, about which organisation, and when it was last sent.
        </li>
        <li>
          <strong>If you complain:</strong> your name, email address and words.
        </li>
        <li>
          <strong>Heads of schools:</strong> names and titles as the Department for Education publishes them in its
          register, under the Open Government Licence, and in news of schools as long as the register’s extracts are
          held.
        </li>
      </ul>
      <p class="govuk-body">
        The organisations use it to carry out tasks in the public interest, namely to improve schools (Article 6(1)(e)
        of the UK GDPR), and to meet duties that the law puts on them, such as answering complaints and requests
        (Article 6(1)(c)). Nothing is decided about a person by a machine alone: the site proposes and a person decides.
      </p>
      <h2 class="govuk-heading-m">Who sees it</h2>
      <p class="govuk-body">
        People of your organisation, as far as their role allows; its administrators see who holds which role and the
        audit trail. The database itself keeps the records of one organisation from another.
        {mail !== null && ` Mail leaves through ${mail}.`}
        {providers.length > 0 &&
          ` If you sign in with ${providers.join(' or ')}, that provider tells this site who you are and learns that you came here.`}{' '}
        Data is not sold, and none goes to advertisers or to services that count visitors.
      </p>
      <h2 class="govuk-heading-m" id="how-long">
        How long it is kept
      </h2>
      <ScrollRegion label="How long records are kept">
        <Table
          caption="How long records are kept"
          captionClass="govuk-visually-hidden"
          firstCellIsHeader
          head={[{ text: 'Records' }, { text: 'Kept for' }, { text: 'From' }]}
          rows={Object.entries(rules).map(([records, { keepMonths, from }]) => [
            { text: records },
            { text: keepMonths === 1 ? '1 month' : `${keepMonths} months` },
            { text: from },
          ])}
        />
      </ScrollRegion>
      <p class="govuk-body">
        Then they are destroyed, which is logged. What a claim or an inquiry needs is kept until it has ended. Of
        “people without a role” the name, address and account go; what they did stays without their name.
      </p>
      <h2 class="govuk-heading-m">What you may ask</h2>
      <p class="govuk-body">
        Signed in, you can{' '}
        <a class="govuk-link" href={paths.ownData()}>
          see everything that is held about you
        </a>
        , take a copy, and ask for it to be corrected, erased or restricted; to object to its use, ask for a restriction
        and say so. You get an answer within {deadlines['data request days']} days. Without an account, ask the
        organisation, or use the form for complaints.
      </p>
      <h2 class="govuk-heading-m">If you are not content</h2>
      <p class="govuk-body">
        You can{' '}
        <a class="govuk-link" href={paths.complain()}>
          complain here
        </a>
        , which is acknowledged within {deadlines['complaint acknowledgement days']} days, or to the{' '}
        <a class="govuk-link" href="https://ico.org.uk/make-a-complaint/">
          Information Commissioner
        </a>
        .
      </p>
      <p class="govuk-body">
        See also{' '}
        <a class="govuk-link" href={paths.cookies()}>
          cookies
        </a>
        .
      </p>
    </Page>
  );
}
