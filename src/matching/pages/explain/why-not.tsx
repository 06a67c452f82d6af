import { Button } from '../../../govuk/button.tsx';
import { Select } from '../../../govuk/select.tsx';
import { Table } from '../../../govuk/table.tsx';
import { paths } from '../../../web/paths.ts';
import { ScrollRegion } from '../../../web/scroll-region.tsx';
import type { Named } from '../../rules/explain/ground.ts';
import type { OthersOfNeed } from '../../rules/explain/others.ts';
import { othersWords } from '../../rules/explain/others-words.ts';
import type { WhyNot } from '../../rules/explain/why-not.ts';
import { whyNotWords } from '../../rules/explain/why-not-words.ts';
import { rangeWords, sentence } from '../../rules/explain/words.ts';
import { type ExplainedPlan, ExplainedPage } from './explained-page.tsx';

export const WHY_NOT_TITLE = 'Why not another leader';

interface ChooseProps {
  of: ExplainedPlan;
  needs: readonly Named[];
  problem?: string;
}

/** Asks for which school. */
export function ChooseNeedPage({ of, needs, problem }: ChooseProps) {
  const id = 'choose-need';
  return (
    <ExplainedPage
      of={of}
      title={WHY_NOT_TITLE}
      here="why-not"
      errors={problem === undefined ? [] : [{ text: problem, href: `#${id}` }]}
    >
      {needs.length === 0 ? (
        <p class="app-lede">No school of this plan needs a leader.</p>
      ) : (
        <form action={of.href('why-not')} method="get" novalidate>
          <Select
            id={id}
            name={of.asks}
            label={{ text: 'For which school?' }}
            hint={{ text: 'You are told what every other leader would cost the whole plan.' }}
            errorMessage={problem === undefined ? undefined : { text: problem }}
            items={needs.map((need) => ({ text: need.name, value: of.asks === 'need' ? need.key : need.urn }))}
          />
          <Button>Show the other leaders</Button>
        </form>
      )}
    </ExplainedPage>
  );
}

/** What every other leader of a school would cost the plan, at least and at most, and who is ruled out. */
export function OthersPage({ of, others, problem }: { of: ExplainedPlan; others: OthersOfNeed; problem?: string }) {
  const { need, chosen, possible, nobody, ruledOut, forOthers } = others;
  return (
    <ExplainedPage
      of={of}
      title={`Other leaders for ${need.name}`}
      here="why-not"
      errors={problem === undefined ? [] : [{ text: problem, href: '#others' }]}
    >
      <p class="app-lede">
        {chosen === null
          ? 'Nobody helps this school in the plan.'
          : `In the plan, the leader from ${chosen.name} helps this school.`}
      </p>
      {nobody !== null && (
        <p class="govuk-body">Without anybody, the whole plan would cost {rangeWords(nobody)} more.</p>
      )}
      {chosen === null && (
        <p class="govuk-body">
          <a class="govuk-link" href={of.href('ways', { need })}>
            Ways to cover {need.name}
          </a>
        </p>
      )}
      <h2 class="govuk-heading-m" id="others">
        Those who could
      </h2>
      {possible.length === 0 ? (
        <p class="govuk-body">Nobody {chosen === null ? '' : 'else '}could help this school as the plan stands.</p>
      ) : (
        <ScrollRegion label="Other leaders and what each would cost the plan">
          <Table
            caption="What the whole plan would cost more with each other leader, in minutes; worked out from the proof of the plan"
            captionClass="govuk-table__caption--s"
            class="app-table"
            firstCellIsHeader
            head={[
              { text: 'Leader from' },
              { text: 'Kilometres', format: 'numeric' },
              { text: 'Minutes one way', format: 'numeric' },
              { text: 'At least', format: 'numeric' },
              { text: 'At most', format: 'numeric' },
              { text: 'Exactly' },
            ]}
            rows={possible.map(({ leader, km, minutes, cost }) => [
              {
                text: (
                  <a class="govuk-link" href={paths.school(leader.urn)}>
                    {leader.name}
                  </a>
                ),
              },
              { text: km.toFixed(1), format: 'numeric' },
              { text: Math.round(minutes), format: 'numeric' },
              { text: cost.least.toFixed(1), format: 'numeric' },
              { text: cost.most === null ? 'Not known' : cost.most.toFixed(1), format: 'numeric' },
              {
                text: (
                  <a class="govuk-link" href={of.href('why-not', { need, leader })}>
                    Who loses whom<span class="govuk-visually-hidden"> with the leader from {leader.name}</span>
                  </a>
                ),
              },
            ])}
          />
        </ScrollRegion>
      )}
      {forOthers > 0 && <p class="govuk-body">{othersWords(forOthers)}</p>}
      {ruledOut.length > 0 && <RuledOut ruledOut={ruledOut} />}
    </ExplainedPage>
  );
}

function RuledOut({ ruledOut }: Pick<OthersOfNeed, 'ruledOut'>) {
  return (
    <>
      <h2 class="govuk-heading-m">Within reach, and ruled out</h2>
      <ScrollRegion label="Leaders within reach who are ruled out">
        <Table
          caption="Leaders within reach who cannot help this school, with what is in the way and what would mend it"
          captionClass="govuk-visually-hidden"
          class="app-table"
          firstCellIsHeader
          head={[{ text: 'Leader from' }, { text: 'What is in the way' }, { text: 'What would mend it' }]}
          rows={ruledOut.map(({ leader, sentence: why, mend }) => [
            { text: leader.name },
            { text: why },
            { text: mend },
          ])}
        />
      </ScrollRegion>
    </>
  );
}

/** What making one pair would cost the plan, and who would lose whom. */
export function WhyNotPage({ of, answer }: { of: ExplainedPlan; answer: WhyNot }) {
  const { need, leader } = answer;
  const [first, ...rest] = whyNotWords(answer);
  const moves = answer.is === 'possible' ? answer.changes.moves : [];
  return (
    <ExplainedPage of={of} title={`Why not the leader from ${leader.name} for ${need.name}`} here="why-not">
      <p class="app-lede">{first}</p>
      {rest.map((text) => (
        <p class="govuk-body">{text}</p>
      ))}
      {moves.length > 0 && (
        <ScrollRegion label="Who loses whom">
          <Table
            caption="Who loses whom, school by school"
            captionClass="govuk-table__caption--m"
            class="app-table"
            firstCellIsHeader
            head={[{ text: 'School' }, { text: 'In the plan' }, { text: 'With this pair' }]}
            rows={moves.map(({ school, from, to }) => [
              { text: school.name },
              { text: from === null ? 'Nobody' : `Leader from ${from.name}` },
              { text: to === null ? 'Nobody' : sentence(`leader from ${to.name}`) },
            ])}
          />
        </ScrollRegion>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={of.href('why-not', { need })}>
          All other leaders for {need.name}
        </a>
      </p>
    </ExplainedPage>
  );
}
