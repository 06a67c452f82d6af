import { Button } from '../../govuk/button.tsx';
import { Form } from '../../web/form.tsx';
import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';

/** Asks once more before news by mail ends: programs that look at links open them too, and must end nothing. */
export function UnsubscribePage({ token }: { token: string }) {
  return (
    <Page title="Stop news by mail" breadcrumbs={[{ text: 'Home', href: paths.home() }]}>
      <p class="govuk-body">You will get no more letters of the kind that led you here. Your account stays as it is.</p>
      <Form action={paths.newsUnsubscribe(token)}>
        <Button>Stop news by mail</Button>
      </Form>
    </Page>
  );
}

/** Said after news by mail has ended. */
export function UnsubscribedPage() {
  return (
    <Page title="You get no more news by mail" breadcrumbs={[{ text: 'Home', href: paths.home() }]}>
      <p class="govuk-body">
        You can choose it again in your account, on{' '}
        <a class="govuk-link" href={paths.newsMail()}>
          News by mail
        </a>
        . The news itself is open to everybody on{' '}
        <a class="govuk-link" href={paths.news()}>
          its page
        </a>
        .
      </p>
    </Page>
  );
}
