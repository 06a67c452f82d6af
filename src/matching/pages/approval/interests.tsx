import { Table } from '../../../govuk/table.tsx';
import { dayText } from '../../../schools/rules/figure-words.ts';
import { Page } from '../../../web/layout.tsx';
import { paths } from '../../../web/paths.ts';
import { ScrollRegion } from '../../../web/scroll-region.tsx';
import { type Ask, ASK_STATE_WORDS, askState } from '../../rules/approval/declaration.ts';
import { ApprovalParts, counted, crumbsOf, Done, type OfRound } from './parts.tsx';

interface InterestsProps extends OfRound {
  asks: readonly Ask[];
  done: string | null;
}

const DONE = { noted: 'The answer is written down.', decided: 'Your decision is saved.' };

/** Every question to a head about interests, those that wait first. */
export function InterestsPage(props: InterestsProps) {
  const { organisation, round, asks, done } = props;
  const open = asks.filter((ask) => askState(ask) === 'open');
  const toDecide = asks.filter((ask) => askState(ask) === 'to decide');
  const order = ['open', 'to decide'];
  const rank = (ask: Ask) => (order.indexOf(askState(ask)) + 3) % 3;
  return (
    <Page
      title={`Interests, ${round.title}: ${organisation.name}`}
      heading="Interests"
      caption={round.title}
      wide
      breadcrumbs={crumbsOf(props)}
    >
      <Done done={done} words={DONE} />
      <p class="app-lede">
        {open.length === 0 ? 'No question' : counted(open.length, 'question')} not answered,{' '}
        {toDecide.length === 0 ? 'no declared interest' : counted(toDecide.length, 'declared interest')} to decide.
      </p>
      <p class="govuk-body">
        Both heads of each pair are asked whether they have an interest in the other school. What a head declares is
        read by that head and by this service: the other school and partners do not see it.
      </p>
      <ApprovalParts organisation={organisation} round={round} current="interests" />
      {asks.length === 0 ? (
        <p class="govuk-body">Nobody is asked yet: heads are asked when a plan is put forward.</p>
      ) : (
        <ScrollRegion label="Questions">
          <Table
            caption="Questions to heads"
            captionClass="govuk-visually-hidden"
            class="app-table"
            firstCellIsHeader
            head={[
              { text: 'Asked' },
              { text: 'About' },
              { text: 'Support' },
              { text: 'Told by mail', format: 'numeric' },
              { text: 'By' },
              { text: 'State' },
            ]}
            rows={asks
              .toSorted((a, b) => rank(a) - rank(b))
              .map((ask) => [
                {
                  text: (
                    <a class="govuk-link" href={paths.planningInterest(organisation.id, round.id, ask.id)}>
                      Head of {ask.school}
                      <span class="govuk-visually-hidden"> about {ask.other}</span>
                    </a>
                  ),
                },
                { text: ask.other },
                { text: ask.side === 'home' ? `gives: ${ask.support}` : `gets: ${ask.support}` },
                { text: ask.people === 0 ? 'no account' : ask.people, format: 'numeric' },
                { text: dayText(ask.answerBy) },
                { text: ASK_STATE_WORDS[askState(ask)] },
              ])}
          />
        </ScrollRegion>
      )}
    </Page>
  );
}
