import { Button } from '../../govuk/button.tsx';
import { Input } from '../../govuk/input.tsx';
import { SummaryList } from '../../govuk/summary-list.tsx';
import { londonMoment } from '../../opendata/rules/london-time.ts';
import { Form } from '../../web/form.tsx';
import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';
import type { InvitationOffer } from '../rules/invitation-offer.ts';

interface InvitationPageProps {
  offer: InvitationOffer;
  /** Of the link; it goes on in the form, not in an address. */
  token: string;
  /** The person signed in now, if any. */
  signedIn: { id: string; name: string } | null;
  shortest: number;
  /** The name that was typed. */
  typed?: string;
  problems?: { name?: string; password?: string };
}

/** Behind the link of an invitation: into what, by whom, and how to take it up. */
export function InvitationPage(props: InvitationPageProps) {
  const { offer, signedIn, problems = {} } = props;
  const errors = Object.entries(problems).flatMap(([field, text]) => (text ? [{ text, href: `#${field}` }] : []));
  return (
    <Page title={`Invitation from ${offer.organisation}`} errors={errors}>
      <SummaryList
        rows={[
          { key: { text: 'Organisation' }, value: { text: offer.organisation } },
          { key: { text: 'Role' }, value: { text: offer.role } },
          { key: { text: 'Invited by' }, value: { text: offer.invitedBy ?? 'Whoever runs this service' } },
          { key: { text: 'Email address' }, value: { text: offer.email } },
          { key: { text: 'Works until' }, value: { text: londonMoment(offer.expiresAt) } },
        ]}
      />
      {offer.personId === null ? (
        <NewAccount {...props} />
      ) : signedIn?.id === offer.personId ? (
        <AcceptAsPerson {...props} name={signedIn.name} />
      ) : (
        <SignInFirst email={offer.email} signedIn={signedIn} />
      )}
    </Page>
  );
}

function NewAccount({ offer, token, signedIn, shortest, typed, problems = {} }: InvitationPageProps) {
  return (
    <>
      {signedIn !== null && (
        <p class="govuk-body">
          You are signed in as {signedIn.name}, whose email address is another. This makes a new account.
        </p>
      )}
      <Form action={paths.invitation()}>
        <input type="hidden" name="token" value={token} />
        <Input
          name="name"
          label={{ text: 'Your name' }}
          value={typed ?? offer.name}
          autocomplete="name"
          spellcheck={false}
          class="govuk-input--width-30"
          errorMessage={problems.name === undefined ? undefined : { text: problems.name }}
        />
        <Input
          name="password"
          type="password"
          label={{ text: 'Choose a password' }}
          hint={{
            text: `At least ${shortest} characters. Three or four words that do not belong together are easy to remember and hard to guess`,
          }}
          autocomplete="new-password"
          spellcheck={false}
          class="govuk-input--width-30"
          errorMessage={problems.password === undefined ? undefined : { text: problems.password }}
        />
        <Button preventDoubleClick>Accept the invitation</Button>
      </Form>
    </>
  );
}

function AcceptAsPerson({ token, name }: Pick<InvitationPageProps, 'token'> & { name: string }) {
  return (
    <>
      <p class="govuk-body">You are signed in as {name}. The role is added to those you have.</p>
      <Form action={paths.invitation()}>
        <input type="hidden" name="token" value={token} />
        <Button preventDoubleClick>Accept the invitation</Button>
      </Form>
    </>
  );
}

function SignInFirst({ email, signedIn }: { email: string; signedIn: InvitationPageProps['signedIn'] }) {
  return (
    <>
      <p class="govuk-body">
        {email} has an account already
        {signedIn !== null && `, and you are signed in as ${signedIn.name}, whose email address is another`}. To accept,
        sign in to that account, then open the link in the mail again.
      </p>
      <Button href={paths.signIn()}>Sign in</Button>
    </>
  );
}

/** The link was used, withdrawn, has expired, or never was: which, is not said. */
export function InvitationSpentPage() {
  return (
    <Page title="This link does not work any more">
      <p class="govuk-body">An invitation works once, and for a few days only.</p>
      <p class="govuk-body">
        If you have accepted it already, sign in. Otherwise ask whoever invited you to send it again.
      </p>
      <Button href={paths.signIn()}>Sign in</Button>
    </Page>
  );
}
