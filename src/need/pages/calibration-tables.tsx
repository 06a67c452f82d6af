import { Table, type TableCell } from '../../govuk/table.tsx';
import { ScrollRegion } from '../../web/scroll-region.tsx';
import { type Answered, type Group, SMALL } from '../rules/calibration/calibrate.ts';
import type { ReliabilityBin } from '../rules/calibration/reliability.ts';
import { METHODS, type Verdict } from '../rules/calibration/verdict.ts';
import { binWords, lineWords, METHOD_WORDS, percentOf, scoreText } from '../rules/calibration/words.ts';

/** The numbers of a reliability chart. `outcome` heads the share that came. */
export function BinsTable({
  bins,
  caption,
  outcome,
}: {
  bins: readonly ReliabilityBin[];
  caption: string;
  outcome: string;
}) {
  return (
    <ScrollRegion label={caption}>
      <Table
        caption={caption}
        captionClass="govuk-table__caption--s"
        class="app-table"
        firstCellIsHeader
        head={[
          { text: 'Chance that we said' },
          { text: 'Schools', format: 'numeric' },
          { text: 'On average', format: 'numeric' },
          { text: outcome, format: 'numeric' },
          { text: 'Likely range (95%)', format: 'numeric' },
        ]}
        rows={bins.map((bin) => [
          { text: binWords(bin) },
          { text: bin.cases.toLocaleString('en-GB'), format: 'numeric' },
          { text: percentOf(bin.told), format: 'numeric' },
          { text: percentOf(bin.came), format: 'numeric' },
          { text: `${percentOf(bin.interval[0])} to ${percentOf(bin.interval[1])}`, format: 'numeric' },
        ])}
      />
    </ScrollRegion>
  );
}

/** The error of each way to tell, for a group of questions as one: all cohorts and small ones. */
export function ScoresTable({ group, caption }: { group: Group; caption: string }) {
  const { all, small } = group;
  // For scores there is no level of the country to know, so that the two would be the same twice.
  const methods = METHODS.filter((method) => group.kind === 'share' || method !== 'ours, standing still');
  return (
    <ScrollRegion label={caption}>
      <Table
        caption={caption}
        captionClass="govuk-table__caption--s"
        class="app-table"
        firstCellIsHeader
        head={[
          { text: 'Way to tell' },
          { text: 'Brier score', format: 'numeric' },
          { text: 'Log score', format: 'numeric' },
          { text: `Brier score, cohorts of ${SMALL.from} to ${SMALL.to}`, format: 'numeric' },
        ]}
        rows={methods.map((method) => [
          { text: METHOD_WORDS[method] },
          { text: scoreText(all.scores[method].brier), format: 'numeric' },
          { text: logText(all, method), format: 'numeric' },
          { text: small === null ? 'too few' : scoreText(small.scores[method].brier), format: 'numeric' },
        ])}
      />
    </ScrollRegion>
  );
}

/** Each question by itself: how many were below, and our error beside the rivals'. */
export function QuestionsTable({ questions, caption }: { questions: readonly Answered[]; caption: string }) {
  return (
    <ScrollRegion label={caption}>
      <Table
        caption={caption}
        captionClass="govuk-table__caption--s"
        class="app-table"
        firstCellIsHeader
        head={[
          { text: 'Below which line' },
          { text: 'Schools', format: 'numeric' },
          { text: 'Were below', format: 'numeric' },
          { text: 'Ours', format: 'numeric' },
          { text: 'Yes or no', format: 'numeric' },
          { text: 'Same for all', format: 'numeric' },
          { text: 'Fitted curve', format: 'numeric' },
        ]}
        rows={questions.flatMap((question) =>
          cohortsOf(question).map(({ verdict, words }): TableCell[] => [
            { text: words },
            { text: verdict.cases.toLocaleString('en-GB'), format: 'numeric' },
            { text: `${(verdict.came * 100).toFixed(1)}%`, format: 'numeric' },
            ...(['ours', 'yes or no', 'base rate', 'fitted curve'] as const).map((method) => ({
              text: verdict.scores[method].brier.toFixed(4),
              format: 'numeric' as const,
            })),
          ]),
        )}
      />
    </ScrollRegion>
  );
}

function cohortsOf(question: Answered): { verdict: Verdict; words: string }[] {
  const words = lineWords(question);
  const small = `${words}, cohorts of ${SMALL.from} to ${SMALL.to}`;
  return [
    { verdict: question.all, words },
    ...(question.small === null ? [] : [{ verdict: question.small, words: small }]),
  ];
}

function logText({ scores }: Verdict, method: (typeof METHODS)[number]): string {
  const { log } = scores[method];
  return log === null ? 'none: it called impossible what came' : scoreText(log);
}
