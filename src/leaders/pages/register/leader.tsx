import { InsetText } from '../../../govuk/inset-text.tsx';
import { WarningText } from '../../../govuk/warning-text.tsx';
import { Page } from '../../../web/layout.tsx';
import { paths } from '../../../web/paths.ts';
import type { InterestPolicy } from '../../rules/interest-policy.ts';
import { STATUS_WORDS } from '../../rules/register/leader.ts';
import { isStale } from '../../rules/register/ledger.ts';
import type { LeaderProfile } from '../../rules/register/profile.ts';
import type { RegisterPolicy } from '../../rules/register/register-policy.ts';
import type { SupportPolicy } from '../../rules/support-policy.ts';
import { Done, DONE_WORDS, dayOr, type Organisation, registerCrumbs } from './parts.tsx';
import { ConsentShown, Designations, EntryFacts, Ledger, Placements } from './profile-parts.tsx';
import { Standings } from './standings.tsx';

interface LeaderPageProps {
  organisation: Organisation;
  profile: LeaderProfile;
  support: Pick<SupportPolicy, 'roles' | 'fields'>;
  interests: Pick<InterestPolicy, 'kinds'>;
  policy: Pick<RegisterPolicy, 'capacity'>;
  today: string;
  keeps: boolean;
  done: string | null;
}

/** One leader of the register, for the service that keeps it. */
export function LeaderPage(props: LeaderPageProps) {
  const { organisation, profile, support, interests, policy, today, keeps, done } = props;
  const { entry } = profile;
  const writes = keeps && entry.status !== 'ended';
  const to = (part: 'change' | 'status' | 'designation' | 'days' | 'standing' | 'consent', text: string) => (
    <p class="govuk-body app-no-print">
      <a class="govuk-link" href={paths.leader(organisation.id, entry.id, part)}>
        {text}
      </a>
    </p>
  );
  return (
    <Page
      title={`${entry.name}: leaders’ register`}
      heading={entry.name}
      caption={`Leaders’ register, ${organisation.name}`}
      wide
      breadcrumbs={registerCrumbs(organisation)}
    >
      <Done done={done} words={DONE_WORDS} />
      {entry.status !== 'active' && (
        <InsetText>
          {STATUS_WORDS[entry.status]}: <span class="app-letter">{entry.statusWhy}</span>
        </InsetText>
      )}
      <EntryFacts profile={profile} support={support} />
      {writes && to('change', 'Change the entry')}
      {keeps && to('status', entry.status === 'active' ? 'Pause or end the entry' : 'Restore or end the entry')}
      <h2 class="govuk-heading-m">Designations</h2>
      <Designations
        designations={profile.designations}
        support={support}
        today={today}
        linkOf={writes ? (id) => paths.leader(organisation.id, entry.id, 'designation', { supersedes: id }) : null}
      />
      {writes && to('designation', 'Write down a designation')}
      <h2 class="govuk-heading-m">Days</h2>
      {entry.status !== 'ended' && isStale(profile.confirmedOn, today, policy.capacity.staleAfterDays) && (
        <WarningText>
          Days were last confirmed: {dayOr(profile.confirmedOn, 'never')}. An offer counts as stale after{' '}
          {policy.capacity.staleAfterDays} days: ask before you plan with it.
        </WarningText>
      )}
      <Ledger ledgers={profile.ledgers} />
      {writes && to('days', 'Say or confirm days')}
      <h2 class="govuk-heading-m">Other standing and interests</h2>
      <Standings
        standings={profile.standings}
        interests={interests}
        today={today}
        linkOf={writes ? (id) => paths.leaderStanding(organisation.id, entry.id, id) : null}
      />
      {writes && to('standing', 'Add other standing or an interest')}
      <h2 class="govuk-heading-m">Directory</h2>
      <ConsentShown consent={profile.consent} />
      {keeps && to('consent', 'Write down what the leader said in writing')}
      <h2 class="govuk-heading-m">Placements</h2>
      <Placements placements={profile.placements} support={support} />
    </Page>
  );
}
