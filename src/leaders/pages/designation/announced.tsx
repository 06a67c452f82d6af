import { SummaryList } from '../../../govuk/summary-list.tsx';
import { Table } from '../../../govuk/table.tsx';
import { dayText } from '../../../schools/rules/figure-words.ts';
import { capital } from '../../../need/rules/wording.ts';
import { Page } from '../../../web/layout.tsx';
import { paths } from '../../../web/paths.ts';
import { ScrollRegion } from '../../../web/scroll-region.tsx';
import type { DesignationRound } from '../../rules/designation/application.ts';
import { standingOfRound } from '../../rules/designation/round-dates.ts';
import type { RuleSet } from '../../rules/designation/rule-set.ts';

/** Rounds in which somebody can apply now, and those of the last year. */
export function AnnouncedRoundsPage({ rounds, today }: { rounds: readonly DesignationRound[]; today: string }) {
  return (
    <Page title="Become a system leader" breadcrumbs={[{ text: 'Home', href: paths.home() }]}>
      <p class="app-lede">
        Experienced heads and leaders who work alongside other schools are designated in rounds. No national body does
        so today: each service designates by its own authority and says under which rules.
      </p>
      {rounds.length === 0 ? (
        <p class="govuk-body">No round is announced at present.</p>
      ) : (
        <ScrollRegion label="Rounds">
          <Table
            caption="Rounds that are announced"
            captionClass="govuk-table__caption--m"
            class="app-table"
            firstCellIsHeader
            head={[{ text: 'Role' }, { text: 'Service' }, { text: 'Applications' }, { text: 'Now' }]}
            rows={rounds.map((round) => [
              {
                text: (
                  <a class="govuk-link" href={paths.announcedRound(round.id)}>
                    {capital(round.title)}
                  </a>
                ),
              },
              { text: round.organisation },
              { text: `${dayText(round.opensOn)} to ${dayText(round.closesOn)}` },
              { text: standingOfRound(round, today) },
            ])}
          />
        </ScrollRegion>
      )}
    </Page>
  );
}

interface AnnouncedRoundProps {
  round: DesignationRound;
  ruleSet: RuleSet;
  today: string;
  /** Where whoever reads can apply from; null for those who cannot. */
  applyAt: string | null;
}

/** One round: who can apply, until when, what is asked, and how it is decided. */
export function AnnouncedRoundPage({ round, ruleSet, today, applyAt }: AnnouncedRoundProps) {
  const standing = standingOfRound(round, today);
  return (
    <Page
      title={`${capital(round.title)}: ${round.organisation}`}
      heading={capital(round.title)}
      caption={round.organisation}
      breadcrumbs={[
        { text: 'Home', href: paths.home() },
        { text: 'Become a system leader', href: paths.announcedRounds() },
      ]}
    >
      {round.words !== null && <p class="app-lede app-letter">{round.words}</p>}
      <SummaryList
        rows={[
          { key: { text: 'Now' }, value: { text: standing } },
          {
            key: { text: 'Applications' },
            value: { text: `From ${dayText(round.opensOn)} until the end of ${dayText(round.closesOn)}` },
          },
          { key: { text: 'Panel' }, value: { text: dayText(round.panelOn) } },
          { key: { text: 'Rules' }, value: { text: `${ruleSet.title}. ${ruleSet.source}` } },
        ]}
      />
      <h2 class="govuk-heading-m">What is asked</h2>
      <ul class="govuk-list govuk-list--bullet">
        {ruleSet.rules.map(({ label }) => (
          <li>{label}</li>
        ))}
      </ul>
      <p class="govuk-body">
        What is published is checked of itself, each rule with its source. Where it does not tell, a person decides. If
        you do not meet a rule and there are exceptional circumstances, you can say so.
      </p>
      <h2 class="govuk-heading-m">Who is asked about you</h2>
      <ul class="govuk-list govuk-list--bullet">
        {ruleSet.references.map(({ who }) => (
          <li>{who}</li>
        ))}
      </ul>
      <h2 class="govuk-heading-m">What the panel scores</h2>
      <ul class="govuk-list govuk-list--bullet">
        {ruleSet.criteria.map(({ label, help }) => (
          <li>
            {label}: {help.charAt(0).toLowerCase() + help.slice(1)}
          </li>
        ))}
      </ul>
      {applyAt === null ? (
        <p class="govuk-body">To apply, sign in as head or system leader of your school.</p>
      ) : (
        <p class="govuk-body">
          <a class="govuk-link" href={applyAt}>
            Apply, or go on with your application
          </a>
        </p>
      )}
    </Page>
  );
}
