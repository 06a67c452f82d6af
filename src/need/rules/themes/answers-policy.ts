import type { MeasureCode } from '../../../opendata/rules/measures.ts';
import type { Theme } from './theme.ts';

/** One kind of support that answers a need. */
export interface Answer {
  /** Code of the indicator. */
  indicator: string;
  /** Where it answers one measure of the indicator alone. */
  measure?: MeasureCode | undefined;
  kind: 'head alongside' | 'specialist leader' | 'training' | 'review' | 'governance review' | 'service';
  text: string;
  source: string;
}

/** Which kind of support answers which need, as policies/need/ sets it out. */
export interface AnswersPolicy {
  id: string;
  title: string;
  validFrom: string;
  validTo: string | null;
  source: string;
  /** A need is answered for schools together when at least so many have it. */
  fewestSchools: number;
  answers: readonly Answer[];
}

/** What answers a need of several schools: those of the measures that at least so many share, and those of the indicator as a whole. */
export function answersTo(
  { code, raised, measures }: Pick<Theme, 'code' | 'raised' | 'measures'>,
  { answers, fewestSchools }: Pick<AnswersPolicy, 'answers' | 'fewestSchools'>,
): Answer[] {
  if (raised < fewestSchools) return [];
  const shared = measures.filter(({ schools }) => schools >= fewestSchools).map(({ measure }) => measure);
  return answers.filter(
    ({ indicator, measure }) => indicator === code && (measure === undefined || shared.includes(measure)),
  );
}
