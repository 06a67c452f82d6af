import { Button } from '../../govuk/button.tsx';
import { Form } from '../../web/form.tsx';
import { paths } from '../../web/paths.ts';

interface ProviderButtonsProps {
  providers: readonly { id: string; name: string }[];
  /** The page to go to afterwards, a path of this site. */
  to?: string;
}

/** A button for each provider that people may sign in with; nothing when there is none. */
export function ProviderButtons({ providers, to }: ProviderButtonsProps) {
  return (
    <>
      {providers.map(({ id, name }) => (
        <Form key={id} action={paths.signInWithProvider(id)}>
          {to !== undefined && <input type="hidden" name="to" value={to} />}
          <Button class="govuk-button--secondary" preventDoubleClick>
            Sign in with {name}
          </Button>
        </Form>
      ))}
    </>
  );
}
