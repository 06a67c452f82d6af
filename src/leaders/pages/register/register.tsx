import { halfDaysInWords } from '../../../calendar/half-days.ts';
import { Button } from '../../../govuk/button.tsx';
import { Input } from '../../../govuk/input.tsx';
import { Select } from '../../../govuk/select.tsx';
import { Table } from '../../../govuk/table.tsx';
import { Tag } from '../../../govuk/tag.tsx';
import { termWords } from '../../../need/rules/round/term.ts';
import { Page } from '../../../web/layout.tsx';
import { paths } from '../../../web/paths.ts';
import { ScrollRegion } from '../../../web/scroll-region.tsx';
import { isStale } from '../../rules/register/ledger.ts';
import { LEADER_STATUSES, STATUS_WORDS } from '../../rules/register/leader.ts';
import type { ListedLeader, RegisterFilter } from '../../rules/register/listed.ts';
import type { RegisterPolicy } from '../../rules/register/register-policy.ts';
import type { SupportPolicy } from '../../rules/support-policy.ts';
import { Pager } from './pager.tsx';
import { capital, counted, dayOr, Done, DONE_WORDS, fieldWords, type Organisation, roleWords } from './parts.tsx';

interface RegisterPageProps {
  organisation: Organisation;
  leaders: readonly ListedLeader[];
  count: number;
  page: number;
  pages: number;
  filter: RegisterFilter;
  support: Pick<SupportPolicy, 'roles' | 'fields'>;
  policy: Pick<RegisterPolicy, 'capacity' | 'reviews'>;
  today: string;
  keeps: boolean;
  done: string | null;
}

/** The leaders of a service: who they are, what they were designated, what they have left this term, and what is due. */
export function RegisterPage(props: RegisterPageProps) {
  const { organisation, count, page, pages, filter, keeps, done } = props;
  const narrowed = Object.values(filter).some((part) => part !== null);
  return (
    <Page
      title={`Leaders’ register: ${organisation.name}`}
      heading="Leaders’ register"
      caption={organisation.name}
      wide
      breadcrumbs={[{ text: 'Home', href: paths.home() }]}
    >
      <Done done={done} words={DONE_WORDS} />
      <p class="app-lede">
        Who can work alongside a school: their designations, the days they offer each term and what is left of them.
      </p>
      {keeps && (
        <p class="govuk-body app-no-print">
          <Button href={paths.registerPart(organisation.id, 'new')}>Add a leader</Button>{' '}
          <a class="govuk-link" href={paths.registerPart(organisation.id, 'import')}>
            Read a register from a file
          </a>
        </p>
      )}
      <Filters {...props} />
      {count === 0 ? (
        <p class="govuk-body">
          {narrowed ? (
            <>
              No leader of the register is like that.{' '}
              <a class="govuk-link" href={paths.register(organisation.id)}>
                Show all leaders
              </a>
            </>
          ) : (
            'The register is empty. A leader is added one by one, or read from a file that you keep already.'
          )}
        </p>
      ) : (
        <>
          <LeaderTable {...props} />
          <Pager
            page={page}
            pages={pages}
            hrefOf={(to) => paths.register(organisation.id, { ...queryOf(filter), page: to })}
          />
          <p class="govuk-body app-no-print">
            Take the register as a file:{' '}
            <a class="govuk-link" href={paths.registerPart(organisation.id, 'register.xlsx')}>
              workbook (xlsx)
            </a>
            ,{' '}
            <a class="govuk-link" href={paths.registerPart(organisation.id, 'register.csv')}>
              CSV
            </a>
            . It holds every leader with their addresses.
          </p>
        </>
      )}
    </Page>
  );
}

function queryOf({ text, role, field, status, due }: RegisterFilter) {
  return {
    q: text ?? undefined,
    role: role ?? undefined,
    field: field ?? undefined,
    status: status ?? undefined,
    due: due ?? undefined,
  };
}

function Filters({ organisation, filter, support }: Pick<RegisterPageProps, 'organisation' | 'filter' | 'support'>) {
  return (
    <form class="app-filters app-no-print" method="get" action={paths.register(organisation.id)}>
      <Input name="q" type="search" label={{ text: 'Name, school or address' }} value={filter.text ?? ''} />
      <Select
        name="role"
        label={{ text: 'Role' }}
        value={filter.role ?? ''}
        items={[
          { text: 'All', value: '' },
          ...support.roles.map(({ code, label }) => ({ text: capital(label), value: code })),
        ]}
      />
      <Select
        name="field"
        label={{ text: 'Field' }}
        value={filter.field ?? ''}
        items={[
          { text: 'All', value: '' },
          ...support.fields.map(({ code, label }) => ({ text: capital(label), value: code })),
        ]}
      />
      <Select
        name="status"
        label={{ text: 'Status' }}
        value={filter.status ?? ''}
        items={[
          { text: 'All', value: '' },
          ...LEADER_STATUSES.map((status) => ({ text: STATUS_WORDS[status], value: status })),
        ]}
      />
      <Select
        name="due"
        label={{ text: 'Due' }}
        value={filter.due ?? ''}
        items={[
          { text: 'All', value: '' },
          { text: 'Days to be confirmed', value: 'days' },
          { text: 'Review of a designation', value: 'review' },
        ]}
      />
      <Button class="govuk-button--secondary">Show</Button>
    </form>
  );
}

function LeaderTable({ organisation, leaders, count, support, policy, today }: RegisterPageProps) {
  const [first] = leaders;
  const term = first === undefined ? '' : termWords(first.ledger);
  return (
    <ScrollRegion label="Leaders of the register">
      <Table
        caption={`${counted(count, 'leader')} by name; days of the ${term}`}
        captionClass="govuk-table__caption--m"
        class="app-table"
        firstCellIsHeader
        head={[
          { text: 'Leader' },
          { text: 'Home school' },
          { text: 'Designated' },
          { text: 'Fields' },
          { text: 'Offered' },
          { text: 'Promised' },
          { text: 'Used' },
          { text: 'Left' },
          { text: 'Days confirmed' },
          { text: 'Next review' },
        ]}
        rows={leaders.map((leader) => [
          {
            text: (
              <>
                <a class="govuk-link" href={paths.leader(organisation.id, leader.id)}>
                  {leader.name}
                </a>{' '}
                {leader.status !== 'active' && <Tag class="govuk-tag--grey">{STATUS_WORDS[leader.status]}</Tag>}
              </>
            ),
          },
          { text: leader.homeName ?? `URN ${leader.homeUrn}` },
          { text: leader.roles.length === 0 ? 'not designated' : roleWords(support, leader.roles) },
          { text: leader.fields.length === 0 ? 'none named' : fieldWords(support, leader.fields) },
          { text: leader.ledger.offered === null ? 'not said' : halfDaysInWords(leader.ledger.offered) },
          { text: halfDaysInWords(leader.ledger.promised) },
          { text: halfDaysInWords(leader.ledger.used) },
          { text: leader.ledger.left === null ? 'not known' : halfDaysInWords(leader.ledger.left) },
          {
            text: (
              <>
                {dayOr(leader.confirmedOn, 'never')}{' '}
                {leader.status !== 'ended' && isStale(leader.confirmedOn, today, policy.capacity.staleAfterDays) && (
                  <Tag class="govuk-tag--yellow">To confirm</Tag>
                )}
              </>
            ),
          },
          {
            text: (
              <>
                {dayOr(leader.reviewOn, 'none')}{' '}
                {leader.reviewOn !== null && leader.reviewOn < today && leader.status !== 'ended' && (
                  <Tag class="govuk-tag--red">Late</Tag>
                )}
              </>
            ),
          },
        ])}
      />
    </ScrollRegion>
  );
}
