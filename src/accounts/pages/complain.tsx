import { Button } from '../../govuk/button.tsx';
import { Input } from '../../govuk/input.tsx';
import { Panel } from '../../govuk/panel.tsx';
import { Textarea } from '../../govuk/textarea.tsx';
import { Form } from '../../web/form.tsx';
import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';
import { type FieldErrors, summaryOf } from '../rules/field-errors.ts';

interface ComplainPageProps {
  /** Days within which a complaint is acknowledged. */
  days: number;
  typed?: Readonly<Record<string, string | undefined>>;
  errors?: FieldErrors;
}

const HOME = [{ text: 'Home', href: paths.home() }];

/** Where anybody complains, about how their data is used or about anything else an organisation does here. */
export function ComplainPage({ days, typed = {}, errors = {} }: ComplainPageProps) {
  const message = (field: string) => (errors[field] === undefined ? undefined : { text: errors[field] });
  return (
    <Page title="Make a complaint" breadcrumbs={HOME} errors={summaryOf(errors)}>
      <p class="app-lede">
        About how an organisation uses your data on this site, or about anything else that it does here. You do not need
        an account.
      </p>
      <p class="govuk-body">
        You get a reference at once by email, and an acknowledgement within {days} days. The organisation that you name
        answers you. If you are not satisfied, or before you ask, you can also complain to the{' '}
        <a class="govuk-link" href="https://ico.org.uk/make-a-complaint/">
          Information Commissioner
        </a>
        .
      </p>
      <Form action={paths.complain()}>
        <Input
          name="name"
          label={{ text: 'Your name' }}
          value={typed.name}
          errorMessage={message('name')}
          autocomplete="name"
        />
        <Input
          name="email"
          type="email"
          label={{ text: 'Your email address' }}
          hint={{ text: 'The answer goes there.' }}
          value={typed.email}
          errorMessage={message('email')}
          autocomplete="email"
          spellcheck={false}
        />
        <Input
          name="about"
          label={{ text: 'Which organisation is it about?' }}
          hint={{
            text: 'A council, a trust, a teaching school hub, a diocese or a school, by its full name if you can; or “this site”.',
          }}
          value={typed.about}
          errorMessage={message('about')}
        />
        <Textarea
          name="words"
          label={{ text: 'What went wrong?' }}
          hint={{ text: 'Do not write about the health or family of somebody else if you can do without.' }}
          rows={8}
          value={typed.words}
          errorMessage={message('words')}
        />
        <Button preventDoubleClick>Send complaint</Button>
      </Form>
    </Page>
  );
}

/** After a complaint was sent. */
export function ComplaintReceivedPage({ reference, days }: { reference: string; days: number }) {
  return (
    <Page title="Complaint received" heading={null} breadcrumbs={HOME}>
      <Panel titleText="Complaint received">
        Your reference is
        <br />
        <strong>{reference}</strong>
      </Panel>
      <h2 class="govuk-heading-m">What happens next</h2>
      <p class="govuk-body">
        We have sent the reference to your email address. You get an acknowledgement within {days} days, and then an
        answer.
      </p>
    </Page>
  );
}
