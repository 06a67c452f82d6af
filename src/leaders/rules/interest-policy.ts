import type { InterestKind } from './interests.ts';

/** What heads are asked about, and the days and prices of the second half of a round: everything that a person might want to change. */
export interface InterestPolicy {
  id: string;
  title: string;
  validFrom: string;
  validTo: string | null;
  source: string;
  /** In the order in which they are offered. */
  kinds: readonly {
    code: InterestKind;
    label: string;
    hint: string;
    /** What follows of it in the register of leaders, in a sentence. */
    conflict: string;
    /** Months for which it counts after it ended. */
    monthsAfter: number;
  }[];
  /** Days that heads have to answer, as the form proposes. */
  answerDays: number;
  /** What moving a pair that stands costs at least, in the plan's unit, where others may move: as the form proposes. */
  changePrice: number;
}

/** The name of a kind of interest; its code where a later policy no longer has it. */
export function kindWords(policy: Pick<InterestPolicy, 'kinds'>, code: string): string {
  return policy.kinds.find((kind) => kind.code === code)?.label ?? code;
}
