import { Button } from '../../govuk/button.tsx';
import { Input } from '../../govuk/input.tsx';
import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';
import { type AreaSummary, byRegion, schoolCount } from '../rules/national-frame.ts';

interface AreasPageProps {
  areas: readonly AreaSummary[];
  typed: string;
  total: number;
  /** What to say of an authority that was typed and does not stand; null for any other words. */
  note: string | null;
}

/** The areas of England by region, narrowed to those whose name holds what was typed. */
export function AreasPage({ areas, typed, total, note }: AreasPageProps) {
  return (
    <Page
      title={typed ? `Areas matching “${typed}”` : 'Areas'}
      heading="Areas"
      breadcrumbs={[{ text: 'Home', href: paths.home() }]}
    >
      <p class="app-lede">
        The {total} upper tier local authorities of England, with the number of their mainstream state schools. Or see{' '}
        <a class="govuk-link" href={paths.england()}>
          all of them side by side
        </a>
        .
      </p>
      <search aria-label="Areas">
        <form class="app-search" method="get" action={paths.areas()}>
          <Input name="q" type="search" label={{ text: 'Name of the area' }} value={typed} spellcheck={false} />
          <Button class="govuk-button--secondary">Show</Button>
        </form>
      </search>
      {note !== null && <p class="govuk-body">{note}</p>}
      {areas.length === 0 ? (
        <p class="govuk-body">
          No area’s name has “{typed}” in it. Areas are counties, unitary authorities, and metropolitan and London
          boroughs:{' '}
          <a class="govuk-link" href={paths.areas()}>
            see all {total}
          </a>
          , or{' '}
          <a class="govuk-link" href={paths.search(typed)}>
            search for schools in a town of that name
          </a>
          .
        </p>
      ) : (
        byRegion(areas).map(([region, within]) => (
          <section aria-label={region}>
            <h2 class="govuk-heading-s govuk-!-margin-bottom-2">{region}</h2>
            <ul class="govuk-list app-names">
              {within.map((area) => (
                <li>
                  <a class="govuk-link" href={paths.area(area.laCode)}>
                    {area.name}
                  </a>{' '}
                  <span class="app-legend__count">
                    {schoolCount(area)}
                    <span class="govuk-visually-hidden"> schools</span>
                  </span>
                </li>
              ))}
            </ul>
          </section>
        ))
      )}
    </Page>
  );
}
