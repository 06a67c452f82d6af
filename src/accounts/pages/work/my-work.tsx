import type { WorkItem } from '../../../calendar/work-item.ts';
import { Button } from '../../../govuk/button.tsx';
import { Select } from '../../../govuk/select.tsx';
import { Page } from '../../../web/layout.tsx';
import { paths } from '../../../web/paths.ts';
import type { OwnPages } from '../../rules/work/own-pages.ts';
import { OwnPagesList } from './own-pages.tsx';
import { WorkList } from './work-list.tsx';

interface MyWorkPageProps {
  items: readonly WorkItem[];
  /** The kind that is shown; null: all. */
  kind: string | null;
  /** Whether long groups are shown to their end. */
  whole: boolean;
  today: string;
  /** Null for somebody who holds no role. */
  own: OwnPages | null;
  /** "broker". */
  role: string | null;
  /** Roles that they hold besides. */
  otherRoles: number;
  /** Whether the role needs a second factor that this session was not opened with, so that its work is not shown. */
  needsSecondFactor: boolean;
}

/** So many of a group are shown at first: the most pressing. */
const MOST = 30;

/** The page of whoever is signed in: what needs them now, from every room, and the pages for their role. */
export function MyWorkPage(props: MyWorkPageProps) {
  const { items, kind, whole, today, own, role, otherRoles, needsSecondFactor } = props;
  const kinds = [...new Set(items.map((item) => item.kind))].toSorted((a, b) => a.localeCompare(b, 'en-GB'));
  const shown = kind === null ? items : items.filter((item) => item.kind === kind);
  return (
    <Page title="My work" {...(own !== null && { caption: `${capital(role ?? '')}, ${own.organisation}` })}>
      {own === null ? (
        <p class="govuk-body">
          You hold no role, so nothing waits for you here. To be given one, ask the administrator of your organisation
          to invite you.
        </p>
      ) : (
        <div class="app-columns">
          <div>
            {needsSecondFactor && (
              <p class="govuk-body">
                Work of your role shows once you have signed in with a{' '}
                <a class="govuk-link" href={paths.secondFactor(paths.myWork())}>
                  second factor
                </a>
                .
              </p>
            )}
            {(kinds.length > 1 || kind !== null) && <KindFilter kinds={kinds} kind={kind} />}
            {shown.length > 0 ? (
              <WorkList items={shown} today={today} most={whole || kind !== null ? Number.POSITIVE_INFINITY : MOST} />
            ) : (
              !needsSecondFactor && <Nothing kind={kind} />
            )}
            {otherRoles > 0 && (
              <p class="govuk-body">
                This is what waits for you as {role}. You hold {otherRoles === 1 ? 'another role' : 'other roles'}:{' '}
                <a class="govuk-link" href={paths.account()}>
                  choose the role you act in
                </a>
                .
              </p>
            )}
          </div>
          <div>
            <OwnPagesList {...own} />
            <p class="govuk-body">
              <a class="govuk-link" href={paths.accountCalendar()}>
                Have this in your calendar
              </a>
              <br />
              <a class="govuk-link" href={paths.workMail()}>
                Choose which mail you get about it
              </a>
            </p>
          </div>
        </div>
      )}
    </Page>
  );
}

function KindFilter({ kinds, kind }: { kinds: readonly string[]; kind: string | null }) {
  return (
    <form class="app-filters app-no-print" action={paths.myWork()} method="get">
      <Select
        id="kind"
        name="kind"
        label={{ text: 'Show' }}
        value={kind ?? ''}
        items={[{ text: 'All work', value: '' }, ...kinds.map((one) => ({ text: one, value: one }))]}
      />
      <Button class="govuk-button--secondary">Show</Button>
    </form>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function Nothing({ kind }: { kind: string | null }) {
  if (kind === null) return <p class="govuk-body">Nothing waits for you.</p>;
  return (
    <p class="govuk-body">
      Nothing of the kind “{kind}” waits for you.{' '}
      <a class="govuk-link" href={paths.myWork()}>
        Show all work
      </a>
    </p>
  );
}
