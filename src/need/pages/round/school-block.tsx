import { londonMoment } from '../../../opendata/rules/london-time.ts';
import type { Phase } from '../../../schools/rules/facts.ts';
import { paths } from '../../../web/paths.ts';
import { decisionWords } from '../../rules/decision.ts';
import { indicatorFigure } from '../../rules/indicator-figure.ts';
import type { IndicatorResult } from '../../rules/assessment.ts';
import type { AgendaEntry } from '../../rules/round/agenda.ts';
import { callWords } from '../../rules/round/call.ts';
import { listed } from '../../rules/wording.ts';
import { CategoryTag } from '../category-tag.tsx';
import { Answer } from './answer-shown.tsx';

interface SchoolBlockProps {
  entry: AgendaEntry;
  organisationId: string;
  roundId: string;
  /** The reader has an interest in it. */
  interest: boolean;
  /** Whether they may decide. */
  decides: boolean;
}

/** One school as a panel reads it, on the page and on paper: what is proposed and why, how sure it is, what was said and decided. */
export function SchoolBlock({ entry, organisationId, roundId, interest, decides }: SchoolBlockProps) {
  const { item, closeBecause, decision } = entry;
  return (
    <article class="app-panel app-paper" aria-labelledby={`school-${item.urn}`}>
      <h3 class="govuk-heading-s" id={`school-${item.urn}`}>
        {item.name}{' '}
        <small class="app-nowrap">
          ({item.phase}, URN {item.urn})
        </small>
      </h3>
      <p class="govuk-body">
        Proposed: <CategoryTag category={item.proposed} /> with {item.points} points.
        {decision !== null && (
          <>
            {' '}
            Decided: <CategoryTag category={decision.category} /> {decisionWords(decision)}.
          </>
        )}
      </p>
      {closeBecause.length > 0 && <p class="govuk-body">One by one because {listed(closeBecause)}.</p>}
      <BlockFacts entry={entry} />
      <p class="app-no-print">
        {interest ? <strong>You have an interest in this school: somebody else decides. </strong> : null}
        <a class="govuk-link" href={paths.needRoundSchool(organisationId, roundId, item.urn)}>
          {decides && !interest ? (decision === null ? 'Decide on' : 'Decide again on') : 'Look at'} {item.name}
        </a>
      </p>
    </article>
  );
}

/** The call, the evidence and what was said, without a heading of their own. */
export function BlockFacts({ entry }: { entry: AgendaEntry }) {
  const { item, call, earlier, decision, comments, answer } = entry;
  const raised = item.indicators.filter(({ state }) => state === 'raised').toSorted((a, b) => b.points - a.points);
  const doubtful = item.indicators.filter(({ state, probability }) => state === 'clear' && (probability ?? 0) >= 0.05);
  return (
    <>
      <p class="govuk-body">
        <strong>How close the call is.</strong> {callWords(call)}
      </p>
      {call.changes.length > 0 && (
        <>
          <p class="govuk-body govuk-!-margin-bottom-1">
            <strong>What would change it.</strong>
          </p>
          <ul class="govuk-list govuk-list--bullet">
            {call.changes.map((sentence) => (
              <li>{sentence}</li>
            ))}
          </ul>
        </>
      )}
      <p class="govuk-body govuk-!-margin-bottom-1">
        <strong>Evidence.</strong> {raised.length === 0 && 'No indicator is raised.'}
      </p>
      {raised.length + doubtful.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {[...raised, ...doubtful].map((result) => (
            <Evidence result={result} phase={item.phase as Phase} />
          ))}
        </ul>
      )}
      {call.missing.length > 0 && (
        <p class="govuk-body">
          <strong>Not known:</strong> {listed(call.missing)}. Nothing is scored for it.
        </p>
      )}
      <p class="govuk-body">
        <strong>Decided before:</strong>{' '}
        {earlier === null ? 'not before.' : `category ${earlier.category}, ${decisionWords(earlier)}.`}
      </p>
      {decision?.reason && (
        <>
          <p class="govuk-body govuk-!-margin-bottom-1">
            <strong>Reason of the panel</strong> (the school does not see it):
          </p>
          <blockquote class="govuk-inset-text app-letter govuk-!-margin-top-0">{decision.reason}</blockquote>
        </>
      )}
      {answer !== null && (
        <>
          <p class="govuk-body govuk-!-margin-bottom-1">
            <strong>What the school answers.</strong>
          </p>
          <Answer answer={answer} />
        </>
      )}
      {comments.map(({ by, role, at, body }) => (
        <>
          <p class="govuk-body govuk-!-margin-bottom-1">
            <strong>Comment</strong> of {by}, {role}, {londonMoment(new Date(at))}:
          </p>
          <blockquote class="govuk-inset-text app-letter govuk-!-margin-top-0">{body}</blockquote>
        </>
      ))}
      {answer === null && comments.length === 0 && (
        <p class="govuk-body">
          <strong>What the school says:</strong> nothing since.
        </p>
      )}
    </>
  );
}

function Evidence({ result, phase }: { result: IndicatorResult; phase: Phase }) {
  const figure = indicatorFigure(result, phase);
  const points = result.state === 'raised' ? `${result.points} points` : 'not raised';
  return (
    <li>
      <strong>{result.label}</strong> ({points}): {result.sentence}
      {figure?.range && ` Likely range (95%): ${figure.range}.`}
    </li>
  );
}
