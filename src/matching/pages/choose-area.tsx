import { Button } from '../../govuk/button.tsx';
import { Select } from '../../govuk/select.tsx';
import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';

/** Asks for which area to plan; a form that works without JavaScript. */
export function ChooseAreaPage({
  areas,
  problem,
}: {
  areas: readonly { code: number; name: string }[];
  problem?: string;
}) {
  return (
    <Page
      title="Make a plan"
      breadcrumbs={[{ text: 'Home', href: paths.home() }]}
      errors={problem === undefined ? [] : [{ text: problem, href: '#area' }]}
    >
      <p class="app-lede">
        Choose an area to see which of its schools need help first, which heads nearby could work alongside each, and
        the best plan that joins them, with its proof.
      </p>
      <form action={paths.plan()} method="get" novalidate>
        <Select
          id="area"
          name="area"
          label={{ text: 'Local authority area' }}
          errorMessage={problem === undefined ? undefined : { text: problem }}
          items={[
            { value: '', text: 'Choose an area' },
            ...areas.map(({ code, name }) => ({ value: String(code), text: name })),
          ]}
        />
        <Button>Show the plan</Button>
      </form>
    </Page>
  );
}
