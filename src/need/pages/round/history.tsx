import { londonMoment } from '../../../opendata/rules/london-time.ts';
import { dayText } from '../../../schools/rules/figure-words.ts';
import { Page } from '../../../web/layout.tsx';
import { paths } from '../../../web/paths.ts';
import type { Happening } from '../../rules/round/timeline.ts';
import { termWords } from '../../rules/round/term.ts';
import { CategoryTag } from '../category-tag.tsx';
import { agreementWords } from './agreements.tsx';
import { Answer } from './answer-shown.tsx';
import { leftWords } from './letters.tsx';

interface HistoryPageProps {
  school: { urn: number; name: string };
  happenings: readonly Happening[];
  isSchool: boolean;
}

/** All that happened in the moderation of one school, the newest first, as far as its reader may see it. */
export function NeedHistoryPage({ school, happenings, isSchool }: HistoryPageProps) {
  return (
    <Page
      title={`${school.name}: decisions, letters and answers`}
      heading="Decisions, letters and answers"
      caption={school.name}
      backLink={{ href: paths.need(school.urn), text: 'Back to the need of the school' }}
    >
      <p class="govuk-body">
        {isSchool
          ? 'What the services that judge your school decided and wrote, and what you answered. Why a panel decided as it did stays with the service: ask for a conversation.'
          : 'What was proposed, decided, written and answered, the newest first. The school sees neither proposals nor reasons.'}
      </p>
      {happenings.length === 0 ? (
        <p class="govuk-body">Nothing has happened yet: no round, no decision, no comment.</p>
      ) : (
        <ol class="govuk-list app-stack">
          {happenings.map((happening) => (
            <li class="app-paper">
              <p class="govuk-body govuk-!-margin-bottom-1">
                <small>{londonMoment(new Date(happening.at))}</small>
              </p>
              <Told happening={happening} urn={school.urn} />
            </li>
          ))}
        </ol>
      )}
    </Page>
  );
}

function Told({ happening, urn }: { happening: Happening; urn: number }) {
  switch (happening.kind) {
    case 'proposal':
      return (
        <p class="govuk-body">
          The round of the {termWords(happening.proposal)} was opened:{' '}
          <CategoryTag category={happening.proposal.proposed} /> proposed, with {happening.proposal.points} points.
        </p>
      );
    case 'decision': {
      const { decision, round } = happening;
      return (
        <>
          <p class="govuk-body">
            <CategoryTag category={decision.category} />{' '}
            {decision.category === decision.computed ? 'confirmed' : `decided in place of ${decision.computed}`}
            {round.words === null
              ? round.inRound && ' in a round of moderation'
              : round.inRound
                ? ` ${round.words}`
                : `, ${round.words}`}
            , by {decision.by}, {decision.role}
            {decision.organisation !== '' && ` for ${decision.organisation}`}.
          </p>
          {decision.reason !== null && <blockquote class="govuk-inset-text app-letter">{decision.reason}</blockquote>}
        </>
      );
    }
    case 'letter': {
      const { letter } = happening;
      return (
        <p class="govuk-body">
          <a class="govuk-link" href={paths.needLetter(urn, letter.id)}>
            {letter.subject}
          </a>
          : letter of {letter.organisation}, category {letter.category}, {letter.days} days of support a year;{' '}
          {leftWords(letter)}. Answer by {dayText(letter.answerBy)}.
        </p>
      );
    }
    case 'answer':
      return <Answer answer={happening.answer} />;
    case 'comment': {
      const { by, role, fromSchool, body } = happening.comment;
      return (
        <>
          <p class="govuk-body govuk-!-margin-bottom-1">
            Comment of the {fromSchool ? 'school' : 'service'}: {by}, {role}
          </p>
          <blockquote class="govuk-inset-text app-letter govuk-!-margin-top-0">{body}</blockquote>
        </>
      );
    }
    case 'agreement': {
      const { agreement } = happening;
      return (
        <p class="govuk-body">
          {agreementWords(agreement)} (with {agreement.service}; written down by {agreement.by}). {agreement.scope}
        </p>
      );
    }
  }
}
