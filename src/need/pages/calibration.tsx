import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';
import { Details } from '../../govuk/details.tsx';
import { InsetText } from '../../govuk/inset-text.tsx';
import type { Calibration } from '../rules/calibration/calibration.ts';
import type { Group } from '../rules/calibration/calibrate.ts';
import { claimAt, comparison, groupTitle, notBetter, notHeld, percentOf } from '../rules/calibration/words.ts';
import { listed } from '../rules/wording.ts';
import { BinsTable, QuestionsTable, ScoresTable } from './calibration-tables.tsx';
import { HowSure } from './how-sure.tsx';
import { ReliabilityChart } from './reliability-chart.tsx';
import { TrendHeld } from './trend-held.tsx';

/** How sure the figures behind need are, and how often the chances said of schools came true. Null: nothing is loaded yet. */
export function CalibrationPage({ calibration }: { calibration: Calibration | null }) {
  const groups = calibration?.groups ?? [];
  const [first] = groups;
  return (
    <Page
      title="How sure are these figures?"
      heading="How sure are these figures?"
      wide
      breadcrumbs={[
        { text: 'Home', href: paths.home() },
        { text: 'Need', href: paths.needOfEngland() },
      ]}
    >
      {first === undefined ? (
        <p class="app-lede">
          No year of results can be told from the ones before it yet: three years of a figure are needed, and they are
          still to be loaded.
        </p>
      ) : (
        <Lead group={first} />
      )}
      {calibration?.example && <HowSure example={calibration.example} />}
      {groups.length > 0 && <Told groups={groups} />}
      {calibration?.trends.map((trend) => (
        <TrendHeld trend={trend} />
      ))}
      {groups.length > 0 && <HowDone />}
    </Page>
  );
}

function Lead({ group }: { group: Group }) {
  const claims = [0.3, 0.7].flatMap((chance) => claimAt(group.bins, chance) ?? []);
  return (
    <>
      <p class="app-lede">
        We told each school's chance of being below a line a year ahead, then looked at what came. {claims.join(' ')}
      </p>
      <InsetText>
        {groupTitle(group)}: our chances have {comparison(group.all, 'yes or no')} the bare figure read as yes or no,{' '}
        {comparison(group.all, 'base rate')} giving every school the same chance, and{' '}
        {comparison(group.all, 'fitted curve')} the best curve that can be drawn through the bare figure.
        {group.small !== null &&
          ` For small cohorts alone: ${comparison(group.small, 'yes or no')} the bare figure, and ${comparison(group.small, 'fitted curve')} the curve.`}
      </InsetText>
    </>
  );
}

function Told({ groups }: { groups: readonly Group[] }) {
  const behind = notBetter(groups, ['yes or no', 'base rate', 'fitted curve']);
  return (
    <>
      {groups.map((group) => (
        <Held group={group} />
      ))}
      <section aria-labelledby="not-better">
        <h2 class="govuk-heading-m" id="not-better">
          Where our chances were not better
        </h2>
        {behind.length === 0 ? (
          <p class="govuk-body">In no question did another way to tell come as near to what happened.</p>
        ) : (
          <>
            <p class="govuk-body">
              In these questions another way came as near, or nearer. The fitted curve knows what came of the other
              schools in the year, and the same chance for all is the share that in fact came; nobody knew either
              before.
            </p>
            <ul class="govuk-list govuk-list--bullet">
              {behind.map((text) => (
                <li>{text}</li>
              ))}
            </ul>
          </>
        )}
      </section>
    </>
  );
}

function Held({ group }: { group: Group }) {
  const title = groupTitle(group);
  const id = `${group.keyStage}-${group.kind}-${group.year}`;
  const off = notHeld(group);
  return (
    <section aria-labelledby={id}>
      <h2 class="govuk-heading-m" id={id}>
        {title}
      </h2>
      <p class="govuk-body">
        {group.all.cases.toLocaleString('en-GB')} chances were told, of {listed(group.questions.map(questionWords))}; in{' '}
        {percentOf(group.all.came)} the school was below. {claimAt(group.bins, 0.3)}{' '}
        {off.length === 0
          ? 'In every stretch the share that came is as near to what was said as so many schools allow.'
          : `What came lies outside the range of chance in ${off.length} of ${group.bins.length} stretches: ${off.join('; ')}.`}
      </p>
      <div class="app-columns">
        <div>
          <BinsTable bins={group.bins} caption={`${title}: what was said and what came`} outcome="Were below" />
          <ScoresTable group={group} caption={`${title}: error of each way to tell (smaller is better)`} />
        </div>
        <figure class="app-chart-figure">
          <figcaption class="govuk-body-s govuk-!-font-weight-bold govuk-!-margin-bottom-1">
            What was said, and the share that came. On the broken line the two agree.
          </figcaption>
          <ReliabilityChart
            id={`chart-${id}`}
            title={title}
            description={`What was said against the share of schools that were below. ${claimAt(group.bins, 0.5) ?? ''} The same numbers are in the table beside it.`}
            bins={group.bins}
          />
        </figure>
      </div>
      <Details summaryText="Each line by itself">
        <QuestionsTable questions={group.questions} caption={`${title}: each line by itself, Brier scores`} />
      </Details>
    </section>
  );
}

function questionWords({ all, standard, kind, line }: Group['questions'][number]): string {
  return `${all.cases.toLocaleString('en-GB')} for ${standard} (${kind === 'share' ? `${line}%` : line})`;
}

function HowDone() {
  return (
    <section aria-labelledby="how">
      <h2 class="govuk-heading-m" id="how">
        How this was done
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>
          Each chance was worked out from the years before alone: the pupils of the last cohorts, how schools spread
          over the country, and how far a school moves in a year, which was learned from earlier years only. For the
          share reaching the standard we also used how the country as a whole did in the year, which is published months
          before the figures of schools; the tables show what happens without it.
        </li>
        <li>
          The next cohort was taken to be as large as the last, and its luck was counted in: that is why a school well
          above a line still has some chance of being below it.
        </li>
        <li>
          The Brier score is the mean square of the difference between what was said and what came: 0 is perfect, and
          saying one half of every school gives 0.25. The log score punishes being sure and wrong. The fitted curve
          turns the bare figure of a school into a chance by what came of other schools in the same year; no school is
          told by itself.
        </li>
        <li>
          The schools are those open and mainstream in the register, with the results of predecessors where need counts
          them. A school that has closed since is not among them, so the weakest may be too few.
        </li>
      </ul>
      <p class="app-source">
        Worked out anew after each import; <code>bin/alongside need calibrate</code> prints the same, and the values
        that the policy should hold.
      </p>
    </section>
  );
}
