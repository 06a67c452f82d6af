import type { SchoolFacts } from '../../schools/rules/facts.ts';
import { dayText } from '../../schools/rules/figure-words.ts';
import type { HeadWatch, WatchedStretch } from '../../schools/rules/headship/head-watch.ts';
import type { Assessing } from './assessing.ts';
import { clear, type IndicatorResult, missing, raised } from './assessment.ts';
import type { NewHeadIndicator, NewHeadLevel } from './need-policy.ts';
import { monthOf } from './wording.ts';

/**
 * A head new in post, so far as published data can tell: the date a head started is not published, so it is known of a
 * school that is itself new and, where the policy reads them, by dated extracts that name another head than before.
 */
export function newHead(school: SchoolFacts, indicator: NewHeadIndicator, at: Assessing): IndicatorResult {
  const unknown = "The head's start date is not published.";
  const opened = school.openDate;
  const since = `${schoolYearOf(at.asAt) - indicator.schoolYears + 1}-09-01`;
  const openedLately = opened !== null && opened >= since && opened <= at.asAt;
  if (openedLately && indicator.newSchoolTypes.includes(school.establishmentType)) {
    return raised(indicator, `The school opened in ${monthOf(opened)}, so its head is new in post there.`, {
      year: Number(opened.slice(0, 4)),
      points: indicator.points,
      // Older policies, which read no extracts, know no other way to be new.
      ...(indicator.headship && { level: 'new school' }),
    });
  }
  const watch = at.heads?.get(school.urn);
  if (indicator.headship !== undefined && watch !== undefined && watch.length > 0) {
    return byExtracts(watch, { ...indicator, headship: indicator.headship }, since, at.asAt);
  }
  if (!openedLately) return missing(indicator, unknown);
  return missing(
    indicator,
    `${unknown} The school took its present form in ${monthOf(opened)}, which need not have changed the head.`,
  );
}

type Reading = NewHeadIndicator & Required<Pick<NewHeadIndicator, 'headship'>>;

/** The newest stretch that does not leave the head as it was decides; what lies before the day from which heads count as new is over. */
function byExtracts(watch: HeadWatch, indicator: Reading, since: string, asAt: string): IndicatorResult {
  const turns = watch.filter(({ head, notAfter }) => head !== 'stays' && notAfter > since);
  const newest = turns.at(-1);
  if (newest === undefined) return unchanged(watch, indicator, since, asAt);
  const isCounted = (one: WatchedStretch) => indicator.headship.classes.some((counted) => counted === one.class);
  // Where the names of the newest extracts are unclear, whoever heads the school has come since an earlier change, if there was one.
  const surely = turns.findLast((one) => one.head === 'new' && isCounted(one) && one.notBefore >= since);
  const turn = newest.head === 'unclear' ? (surely ?? newest) : newest;
  const between = `after ${dayText(turn.notBefore)} and by ${dayText(turn.notAfter)}`;
  const figures = figuresOf(turn);
  if (turn.head === 'unclear') {
    return missing(indicator, `The names in two extracts do not tell whether another head came ${between}.`, figures);
  }
  if (turn.head === 'vacant') {
    return missing(indicator, `The post became vacant ${between}, and no extract since names a head.`, figures);
  }
  if (!isCounted(turn)) {
    return missing(indicator, `Another head came ${between}, by names that make it only ${turn.class}.`, figures);
  }
  if (turn.notBefore < since) {
    return missing(
      indicator,
      `Another head came ${between}, which may be before ${dayText(since)}, from when a head counts as new.`,
      figures,
    );
  }
  const level: NewHeadLevel = turn.first === 'not seen before' ? 'first headship' : 'new to the school';
  const step = indicator.headship.steps.find((one) => one.level === level);
  if (step === undefined)
    throw new Error(`The need policy has no points for a head who is new by "${level}". Add them.`);
  const before = {
    'not seen before': ' No earlier extract names them as a head of any school, so this may be their first headship.',
    'seen before': ' By name, they led a school before.',
    unclear: ' The name does not tell whether they led a school before.',
  }[turn.first ?? 'unclear'];
  return raised(indicator, `Another head came ${between} (${turn.class}, by name).${before}${earlierNumber(turn)}`, {
    ...figures,
    level,
    year: Number(turn.notAfter.slice(0, 4)),
    points: step.points,
  });
}

function unchanged(watch: HeadWatch, indicator: Reading, since: string, asAt: string): IndicatorResult {
  const [first, last] = [watch[0]!, watch.at(-1)!];
  const figures = figuresOf(last);
  const said = `Extracts name the same head from ${dayText(first.notBefore)} to ${dayText(last.notAfter)}`;
  if (last.notAfter < asAt) return missing(indicator, `${said}; none tells of the time since.`, figures);
  if (first.notBefore > since) {
    return missing(
      indicator,
      `${said}; none tells who it was on ${dayText(since)}, from when a head counts as new.`,
      figures,
    );
  }
  return clear(
    indicator,
    `Extracts name no other head between ${dayText(since)} and ${dayText(last.notAfter)}.`,
    figures,
  );
}

function figuresOf({ sources: [before, after] }: WatchedStretch) {
  return { source: after ?? null, otherSources: before === undefined ? [] : [before] };
}

function earlierNumber({ inheritedFrom }: WatchedStretch): string {
  return inheritedFrom === null ? '' : ` The earlier name is of the school's earlier number, ${inheritedFrom}.`;
}

/** Calendar year in which the school year of a date began: school years begin on 1 September. */
function schoolYearOf(isoDate: string): number {
  const year = Number(isoDate.slice(0, 4));
  return isoDate.slice(5) < '09-01' ? year - 1 : year;
}
