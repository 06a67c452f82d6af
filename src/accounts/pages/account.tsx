import type { Organisation, Person } from '../../access/roles.ts';
import { Button } from '../../govuk/button.tsx';
import { Radios } from '../../govuk/radios.tsx';
import { SummaryList, type SummaryListRow } from '../../govuk/summary-list.tsx';
import { londonDay } from '../../opendata/rules/london-time.ts';
import { Form } from '../../web/form.tsx';
import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';
import { DoneBanner } from './done-banner.tsx';

interface HeldRole {
  membershipId: string;
  role: string;
  organisation: string;
  kind: string;
  /** ISO. */
  since: string;
  acting: boolean;
}

interface AccountPageProps {
  account: {
    name: string;
    email: string | null;
    roles: readonly HeldRole[];
    /** ISO; null for those who sign in elsewhere. */
    passwordSince: string | null;
    secondFactor: { since: string; recoveryCodesLeft: number } | null;
    otherSessions: number;
  };
  acting: Person['acting'];
  done?: string;
  /** What is wrong with the role that was chosen. */
  error?: string;
}

const DONE = {
  role: 'You have changed the role you act in.',
  'role-added': 'You have a further role. Choose it below to act in it.',
  password: 'You have changed your password. Your other sessions have ended.',
  'second-factor-removed': 'You have removed your second factor. Your other sessions have ended.',
};

/** One's own account: who one is, which roles one holds, how one signs in, and for administrators the way to their work. */
export function AccountPage({ account, acting, done, error }: AccountPageProps) {
  return (
    <Page
      title="Your account"
      breadcrumbs={[{ text: 'Home', href: paths.home() }]}
      errors={error === undefined ? [] : [{ text: error, href: '#membership' }]}
    >
      <DoneBanner done={done} sentences={DONE} />
      <SummaryList
        rows={[
          { key: { text: 'Name' }, value: { text: account.name } },
          { key: { text: 'Email address' }, value: { text: account.email ?? 'None' } },
          {
            key: { text: 'Acting as' },
            value: { text: acting === null ? 'No role' : `${acting.role}, ${acting.organisation.name}` },
          },
        ]}
      />
      <h2 class="govuk-heading-m">Your roles</h2>
      <Roles roles={account.roles} error={error} />
      <h2 class="govuk-heading-m">How you sign in</h2>
      <SummaryList rows={[passwordRow(account), ...secondFactorRows(account), sessionsRow(account)]} />
      <h2 class="govuk-heading-m">Your data</h2>
      <p class="govuk-body">
        <a class="govuk-link" href={paths.ownData()}>
          What is held about you
        </a>
        , and how to have it corrected, erased or restricted.
      </p>
      <h2 class="govuk-heading-m">Your work</h2>
      <p class="govuk-body">
        <a class="govuk-link" href={paths.workMail()}>
          Choose which mail you get about your work
        </a>
        , and{' '}
        <a class="govuk-link" href={paths.accountCalendar()}>
          have what is due in your calendar
        </a>
        .
      </p>
      <h2 class="govuk-heading-m">News by mail</h2>
      <p class="govuk-body">
        <a class="govuk-link" href={paths.newsMail()}>
          Choose whether you get news of schools by mail
        </a>
        .
      </p>
      {acting?.role === 'administrator' && <Administration organisation={acting.organisation} />}
    </Page>
  );
}

function Roles({ roles, error }: { roles: readonly HeldRole[]; error?: string }) {
  if (roles.length === 0) {
    return (
      <p class="govuk-body">
        You hold no role. To be given one, ask the administrator of your organisation to invite you.
      </p>
    );
  }
  const [only] = roles;
  if (roles.length === 1 && only!.acting) {
    return (
      <p class="govuk-body">
        {only!.role}, {only!.organisation} ({facts(only!)}).
      </p>
    );
  }
  return (
    <Form action={paths.accountRole()}>
      <Radios
        name="membership"
        fieldset={{ legend: { text: 'The role you act in', class: 'govuk-fieldset__legend--s' } }}
        hint={{ text: 'You see and do what this one role may see and do, until you choose another.' }}
        errorMessage={error === undefined ? undefined : { text: error }}
        value={roles.find(({ acting }) => acting)?.membershipId}
        items={roles.map((held) => ({
          text: `${held.role}, ${held.organisation}`,
          value: held.membershipId,
          hint: { text: facts(held) },
        }))}
      />
      <Button class="govuk-button--secondary">Change role</Button>
    </Form>
  );
}

function facts({ kind, since }: HeldRole): string {
  return `${kind}, since ${londonDay(new Date(since))}`;
}

type Account = AccountPageProps['account'];

function passwordRow({ passwordSince }: Account): SummaryListRow {
  const key = { text: 'Password' };
  if (passwordSince === null) return { key, value: { text: 'None: you sign in without one of this site' } };
  return {
    key,
    value: { text: `Since ${londonDay(new Date(passwordSince))}` },
    actions: { items: [{ href: paths.accountPassword(), text: 'Change', visuallyHiddenText: 'your password' }] },
  };
}

function secondFactorRows({ secondFactor }: Account): SummaryListRow[] {
  const key = { text: 'Second factor' };
  const about = { href: paths.secondFactor(), visuallyHiddenText: 'your second factor' };
  if (secondFactor === null) {
    return [{ key, value: { text: 'Not set up here' }, actions: { items: [{ ...about, text: 'Set up' }] } }];
  }
  return [
    {
      key,
      value: { text: `Since ${londonDay(new Date(secondFactor.since))}` },
      actions: { items: [{ ...about, text: 'Change' }] },
    },
    {
      key: { text: 'Recovery codes' },
      value: { text: `${secondFactor.recoveryCodesLeft} left` },
      actions: { items: [{ href: paths.recoveryCodes(), text: 'Make new ones', visuallyHiddenText: 'for recovery' }] },
    },
  ];
}

function sessionsRow({ otherSessions }: Account): SummaryListRow {
  return {
    key: { text: 'Sessions' },
    value: { text: otherSessions === 0 ? 'This one only' : `This one and ${otherSessions} more` },
    actions: { items: [{ href: paths.sessions(), text: 'See', visuallyHiddenText: 'your sessions' }] },
  };
}

function Administration({ organisation: { id, name } }: { organisation: Organisation }) {
  const links = [
    { href: paths.people(id), text: 'People and invitations' },
    { href: paths.accessReview(id), text: 'Access review' },
    { href: paths.audit(id), text: 'Audit trail' },
    { href: paths.mailOf(id), text: 'Mail' },
    { href: paths.dataRequests(id), text: 'Requests about personal data' },
    { href: paths.complaintsLog(id), text: 'Complaints' },
  ];
  return (
    <nav aria-labelledby="administration">
      <h2 class="govuk-heading-m" id="administration">
        Administration of {name}
      </h2>
      <ul class="govuk-list">
        {links.map(({ href, text }) => (
          <li>
            <a class="govuk-link" href={href}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
