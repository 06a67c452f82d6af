import { Button } from '../../govuk/button.tsx';
import { InsetText } from '../../govuk/inset-text.tsx';
import { Form } from '../../web/form.tsx';
import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';
import { londonDay } from '../../opendata/rules/london-time.ts';
import { CodeField, CurrentCodeField } from './code-field.tsx';
import { QrCode } from './qr-code.tsx';

/** What the app is to be given, and the same sealed for the form. */
interface SetUp {
  sealed: string;
  secret: string;
  uri: string;
}

interface Problems {
  code?: string;
  current?: string;
}

const ACCOUNT = [
  { text: 'Home', href: paths.home() },
  { text: 'Your account', href: paths.account() },
];

interface SecondFactorPageProps {
  setUp: SetUp;
  /** ISO; null when there is none yet. */
  since: string | null;
  /** The role that one acts in, when it asks for a second factor that this session has not. */
  neededFor?: string;
  /** The page to go to afterwards. */
  to?: string;
  problems?: Problems;
}

/** Set up a second factor, or move it to another app. */
export function SecondFactorPage({ setUp, since, neededFor, to, problems = {} }: SecondFactorPageProps) {
  return (
    <Page
      title={since === null ? 'Set up a second factor' : 'Your second factor'}
      breadcrumbs={ACCOUNT}
      errors={errorsOf(problems)}
    >
      {since === null ? (
        <>
          {neededFor !== undefined && (
            <InsetText>
              As {neededFor} you can read confidential records, so a password alone is not enough. Set up a second
              factor to go on.
            </InsetText>
          )}
          <p class="app-lede">
            When you sign in you will also be asked for a code of 6 numbers, which an app on your phone or computer
            shows.
          </p>
        </>
      ) : (
        <>
          <p class="app-lede">You have had a second factor since {londonDay(new Date(since))}.</p>
          <p class="govuk-body">
            <a class="govuk-link" href={paths.removeSecondFactor()}>
              Remove your second factor
            </a>
          </p>
          <h2 class="govuk-heading-m">Move to another app</h2>
          <p class="govuk-body">The present app and your recovery codes stop working, and your other sessions end.</p>
        </>
      )}
      <Form action={paths.secondFactor()}>
        <input type="hidden" name="sealed" value={setUp.sealed} />
        {to && <input type="hidden" name="to" value={to} />}
        <AppSteps setUp={setUp} />
        <CodeField
          name="code"
          label="Code of the app"
          hint="The 6 numbers that the app now shows for Alongside"
          problem={problems.code}
        />
        {since !== null && <CurrentCodeField problem={problems.current} />}
        <Button preventDoubleClick>Continue</Button>
      </Form>
    </Page>
  );
}

function AppSteps({ setUp }: { setUp: SetUp }) {
  const groups = setUp.secret.match(/.{1,4}/g)!.join(' ');
  return (
    <ol class="govuk-list govuk-list--number">
      <li>Open an authenticator app, and choose to add an account. If you have none, get one from your app store.</li>
      <li>
        Point its camera at this picture:
        <br />
        <QrCode text={setUp.uri} label="QR code for your authenticator app" />
      </li>
      <li>
        If that does not work, type this key into the app: <span class="app-code">{groups}</span>
      </li>
    </ol>
  );
}

interface CodePageProps {
  to?: string;
  problem?: string;
}

/** For a session that began without the second factor that its person has. */
export function ProveSecondFactorPage({ to, problem }: CodePageProps) {
  return (
    <Page title="Enter the code from your app" breadcrumbs={ACCOUNT} errors={errorsOf({ current: problem })}>
      <p class="govuk-body">The role you act in can read confidential records, so your second factor is needed.</p>
      <Form action={paths.secondFactor()}>
        {to && <input type="hidden" name="to" value={to} />}
        <CurrentCodeField problem={problem} />
        <Button preventDoubleClick>Continue</Button>
      </Form>
    </Page>
  );
}

/** For invented people, whose sign-in asks for nothing. */
export function NoSecondFactorPage() {
  return (
    <Page title="A second factor" breadcrumbs={ACCOUNT}>
      <p class="govuk-body">Invented people need no second factor: they count as having given one.</p>
    </Page>
  );
}

/** Before the second factor is removed. */
export function RemoveSecondFactorPage({ needed, problem }: { needed: boolean; problem?: string }) {
  return (
    <Page title="Remove your second factor" breadcrumbs={ACCOUNT} errors={errorsOf({ current: problem })}>
      <p class="govuk-body">
        Your recovery codes stop working and your other sessions end. Anybody who knows your password can then sign in
        as you.
      </p>
      {needed && (
        <InsetText>
          The role you act in asks for a second factor: without one you cannot read confidential records until you set
          one up again.
        </InsetText>
      )}
      <Form action={paths.removeSecondFactor()}>
        <CurrentCodeField problem={problem} />
        <Button class="govuk-button--warning" preventDoubleClick>
          Remove second factor
        </Button>
      </Form>
    </Page>
  );
}

function errorsOf(problems: Problems): { text: string; href: string }[] {
  return Object.entries(problems).flatMap(([field, text]) => (text ? [{ text, href: `#${field}` }] : []));
}
