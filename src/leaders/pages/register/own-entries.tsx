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
import { Done, DONE_WORDS, dayOr } from './parts.tsx';
import { ConsentShown, Designations, EntryFacts, Ledger, Placements } from './profile-parts.tsx';
import { Standings } from './standings.tsx';

interface OwnEntriesPageProps {
  profiles: readonly LeaderProfile[];
  support: Pick<SupportPolicy, 'roles' | 'fields'>;
  interests: Pick<InterestPolicy, 'kinds'>;
  policy: Pick<RegisterPolicy, 'capacity'>;
  today: string;
  done: string | null;
}

/** What registers hold about the person who reads: their days to confirm, their standing, their place in the directory. */
export function OwnEntriesPage({ profiles, support, interests, policy, today, done }: OwnEntriesPageProps) {
  return (
    <Page title="Your entry as a leader" wide breadcrumbs={[{ text: 'Home', href: paths.home() }]}>
      <Done done={done} words={DONE_WORDS} />
      {profiles.length === 0 ? (
        <p class="govuk-body">
          No service has you in its leaders’ register under the address of your account. A service that you help can add
          you; your entry shows here when it names your address and your school.
        </p>
      ) : (
        <p class="app-lede">
          What a service wrote down of you to ask you for help. Confirm your days each term, so that nobody plans with
          an old offer.
        </p>
      )}
      {profiles.map((profile) => {
        const { entry } = profile;
        const to = (part: 'days' | 'standing' | 'consent', text: string) =>
          entry.status !== 'ended' && (
            <p class="govuk-body app-no-print">
              <a class="govuk-link" href={paths.ownEntry(entry.id, part)}>
                {text}
                <span class="govuk-visually-hidden"> ({profile.service})</span>
              </a>
            </p>
          );
        return (
          <section aria-label={profile.service ?? 'A service'}>
            <h2 class="govuk-heading-l">{profile.service ?? 'A service'}</h2>
            {entry.status !== 'active' && <InsetText>{STATUS_WORDS[entry.status]}. Ask the service why.</InsetText>}
            <h3 class="govuk-heading-m">Your days</h3>
            {entry.status !== 'ended' && isStale(profile.confirmedOn, today, policy.capacity.staleAfterDays) && (
              <WarningText>
                Your days were last confirmed: {dayOr(profile.confirmedOn, 'never')}. Please say them again.
              </WarningText>
            )}
            <Ledger ledgers={profile.ledgers} />
            {to('days', 'Confirm or change your days')}
            <h3 class="govuk-heading-m">Your entry</h3>
            <EntryFacts profile={profile} support={support} />
            <p class="govuk-body">If something is wrong, ask the service to change it.</p>
            <h3 class="govuk-heading-m">Your designations</h3>
            <Designations designations={profile.designations} support={support} today={today} linkOf={null} />
            <h3 class="govuk-heading-m">Your other standing and interests</h3>
            <Standings
              standings={profile.standings}
              interests={interests}
              today={today}
              linkOf={entry.status === 'ended' ? null : (id) => paths.ownStanding(entry.id, id)}
            />
            {to('standing', 'Add other standing or an interest')}
            <h3 class="govuk-heading-m">The public directory</h3>
            <ConsentShown consent={profile.consent} />
            {to('consent', 'Choose what the directory shows of you')}
            <h3 class="govuk-heading-m">Your placements</h3>
            <Placements placements={profile.placements} support={support} />
          </section>
        );
      })}
    </Page>
  );
}
