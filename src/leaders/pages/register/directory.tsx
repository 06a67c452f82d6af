import { Button } from '../../../govuk/button.tsx';
import { Input } from '../../../govuk/input.tsx';
import { Select } from '../../../govuk/select.tsx';
import { SummaryList } from '../../../govuk/summary-list.tsx';
import { Tag } from '../../../govuk/tag.tsx';
import { Page } from '../../../web/layout.tsx';
import { paths } from '../../../web/paths.ts';
import type { DirectoryFilter, DirectoryLeader } from '../../rules/register/directory.ts';
import type { SupportPolicy } from '../../rules/support-policy.ts';
import { Pager } from './pager.tsx';
import { capital, counted, fieldWords, roleWords } from './parts.tsx';

type Support = Pick<SupportPolicy, 'roles' | 'fields'>;

interface DirectoryPageProps {
  leaders: readonly DirectoryLeader[];
  count: number;
  page: number;
  pages: number;
  filter: DirectoryFilter;
  places: { services: readonly { id: string; name: string }[]; areas: readonly { laCode: number; name: string }[] };
  support: Support;
}

/** Leaders who let everybody find them, by service, area and field. */
export function DirectoryPage({ leaders, count, page, pages, filter, places, support }: DirectoryPageProps) {
  const all = { text: 'All', value: '' };
  const query = {
    q: filter.text ?? undefined,
    service: filter.service ?? undefined,
    area: filter.laCode ?? undefined,
    field: filter.field ?? undefined,
    role: filter.role ?? undefined,
  };
  const narrowed = Object.values(query).some((part) => part !== undefined);
  return (
    <Page title="Directory of leaders" noindex breadcrumbs={[{ text: 'Home', href: paths.home() }]}>
      <p class="app-lede">
        Heads and specialists who help other schools, and let everybody find them. Ask for one through their service.
      </p>
      <form class="app-filters app-no-print" method="get" action={paths.directory()}>
        <Input name="q" type="search" label={{ text: 'Name or school' }} value={filter.text ?? ''} />
        <Select
          name="service"
          label={{ text: 'Service' }}
          value={filter.service ?? ''}
          items={[all, ...places.services.map(({ id, name }) => ({ text: name, value: id }))]}
        />
        <Select
          name="area"
          label={{ text: 'Area of their school' }}
          value={filter.laCode ?? ''}
          items={[all, ...places.areas.map(({ laCode, name }) => ({ text: name, value: laCode }))]}
        />
        <Select
          name="field"
          label={{ text: 'Field' }}
          value={filter.field ?? ''}
          items={[all, ...support.fields.map(({ code, label }) => ({ text: capital(label), value: code }))]}
        />
        <Select
          name="role"
          label={{ text: 'Role' }}
          value={filter.role ?? ''}
          items={[all, ...support.roles.map(({ code, label }) => ({ text: capital(label), value: code }))]}
        />
        <Button class="govuk-button--secondary">Show</Button>
      </form>
      {count === 0 ? (
        <p class="govuk-body">
          {narrowed ? (
            <>
              Nobody in the directory is like that.{' '}
              <a class="govuk-link" href={paths.directory()}>
                Show everybody
              </a>
            </>
          ) : (
            'The directory is empty: no leader has said yet that everybody may find them.'
          )}
        </p>
      ) : (
        <>
          <p class="govuk-body">{counted(count, 'leader')}, by name.</p>
          <ul class="govuk-list govuk-list--spaced">
            {leaders.map((leader) => (
              <li>
                <a class="govuk-link govuk-!-font-weight-bold" href={paths.directoryLeader(leader.id)}>
                  {leader.name}
                </a>{' '}
                <Invented leader={leader} />
                <br />
                {[
                  leader.roles.length > 0 && capital(roleWords(support, leader.roles)),
                  leader.home?.name,
                  leader.service,
                ]
                  .filter(Boolean)
                  .join(', ')}
                {leader.fields !== null && leader.fields.length > 0 && (
                  <>
                    <br />
                    Helps with {fieldWords(support, leader.fields)}
                  </>
                )}
              </li>
            ))}
          </ul>
          <Pager page={page} pages={pages} hrefOf={(to) => paths.directory({ ...query, page: to })} />
        </>
      )}
    </Page>
  );
}

/** What everybody may see of one leader. */
export function DirectoryLeaderPage({ leader, support }: { leader: DirectoryLeader; support: Support }) {
  return (
    <Page
      title={`${leader.name}: directory of leaders`}
      heading={leader.name}
      noindex
      breadcrumbs={[
        { text: 'Home', href: paths.home() },
        { text: 'Directory of leaders', href: paths.directory() },
      ]}
    >
      <Invented leader={leader} />
      <SummaryList
        rows={[
          ...row('Service', leader.service),
          ...row(
            'Designated',
            leader.roles.length === 0 ? 'not designated' : capital(roleWords(support, leader.roles)),
          ),
          ...(leader.home === null
            ? []
            : [
                {
                  key: { text: 'School' },
                  value: {
                    text: (
                      <a class="govuk-link" href={paths.school(leader.home.urn)}>
                        {leader.home.name}
                      </a>
                    ),
                  },
                },
              ]),
          ...row('Phases', leader.phases === null ? null : capital(leader.phases.join(' and '))),
          ...row('Helps with', leader.fields === null ? null : capital(fieldWords(support, leader.fields))),
          ...row('Worked in', leader.contexts === null ? null : leader.contexts.join('; ')),
        ]}
      />
      <p class="govuk-body">
        To ask for {leader.name}, write to {leader.service}. The page shows what the leader agreed to, and no address.
      </p>
    </Page>
  );
}

function row(name: string, text: string | null) {
  return text === null || text === '' ? [] : [{ key: { text: name }, value: { text } }];
}

function Invented({ leader: { isInvented } }: { leader: DirectoryLeader }) {
  return isInvented ? <Tag class="govuk-tag--grey">Invented</Tag> : null;
}
