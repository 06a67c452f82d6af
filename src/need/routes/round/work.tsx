import { type ActingReader, ownSchool } from '../../../access/acting-reader.ts';
import type { CalendarEntry } from '../../../calendar/calendar-entry.ts';
import type { WorkItem } from '../../../calendar/work-item.ts';
import { londonIsoDay } from '../../../opendata/rules/london-time.ts';
import { paths } from '../../../web/paths.ts';
import { answerNeed, decideInRound, readRounds as readRoundsPermission, runRound } from '../../policy.ts';
import { answersOf } from '../../queries/round/heard.ts';
import { readLetters } from '../../queries/round/letters.ts';
import { readRounds } from '../../queries/round/rounds.ts';
import type { Round } from '../../rules/round/round.ts';
import { termWords } from '../../rules/round/term.ts';

const KIND = 'Moderation of need';

/** What rounds of moderation ask of a person: of a service its steps in time, of a school its answer. */
export async function needWork(reader: ActingReader): Promise<WorkItem[]> {
  return [...(await workOfService(reader)), ...(await workOfSchool(reader))];
}

async function workOfService({ transaction, person, today, may }: ActingReader): Promise<WorkItem[]> {
  const organisationId = person.acting.organisation.id;
  const own = { kind: 'organisation', organisationId } as const;
  if (!may(decideInRound, own)) return [];
  const rounds = await readRounds(transaction, organisationId);
  return rounds.flatMap((round) =>
    stepsOf(round, { runs: may(runRound, own), today }).map(({ step, title, due, since }) => ({
      key: `need-round:${round.id}:${step}`,
      title,
      href: paths.needRound(organisationId, round.id),
      due,
      since,
      about: capital(termWords(round)),
      kind: KIND,
    })),
  );
}

interface Step {
  step: string;
  title: string;
  due: string | null;
  since: string;
}

/** What a round waits for, in its state. */
function stepsOf(
  { state, steps, openedAt, panelOn, lettersOn, answerBy }: Round,
  { runs, today }: { runs: boolean; today: string },
): Step[] {
  const since = londonIsoDay(new Date(steps.at(-1)?.at ?? openedAt));
  switch (state) {
    case 'open':
      return runs ? [{ step: 'panel', title: 'Open the panel of the round of moderation', due: panelOn, since }] : [];
    case 'panel':
      return [
        { step: 'decide', title: 'Decide on the schools of the round of moderation', due: lettersOn, since },
        ...(runs ? [{ step: 'letters', title: 'Send the letters of the round', due: lettersOn, since }] : []),
      ];
    case 'letters sent':
      return runs && today > answerBy
        ? [{ step: 'close', title: 'Close the round: the day for answers has passed', due: null, since: answerBy }]
        : [];
    case 'closed':
      return [];
  }
}

async function workOfSchool({ transaction, person, may }: ActingReader): Promise<WorkItem[]> {
  const school = ownSchool(person);
  if (school === null || !may(answerNeed, school)) return [];
  const letters = await readLetters(transaction, { urn: school.urn });
  if (letters.length === 0) return [];
  const answers = await answersOf(transaction, [school.urn]);
  // The newest letter of each service is the one to answer.
  const newest = [...new Map(letters.toReversed().map((letter) => [letter.organisationId, letter])).values()];
  return newest
    .filter(({ at }) => !answers.some((answer) => answer.at > at))
    .map(({ id, answerBy, at, organisation }) => ({
      key: `need-letter:${id}:answer`,
      title: 'Answer a letter about support for your school',
      href: paths.needAnswer(school.urn),
      due: answerBy,
      since: londonIsoDay(new Date(at)),
      about: organisation,
      kind: KIND,
    }));
}

/** The days of a service's rounds that are not closed. */
export async function needDays({ transaction, person, may }: ActingReader): Promise<CalendarEntry[]> {
  const organisationId = person.acting.organisation.id;
  if (!may(readRoundsPermission, { kind: 'organisation', organisationId })) return [];
  const rounds = await readRounds(transaction, organisationId);
  return rounds
    .filter(({ state }) => state !== 'closed')
    .flatMap((round) => {
      const day = (name: string, title: string, on: string): CalendarEntry => ({
        uid: `need-round-${round.id}-${name}@alongside`,
        title: `${title}, round of the ${termWords(round)}`,
        when: { day: on },
        place: null,
        href: paths.needRound(organisationId, round.id),
      });
      return [
        day('panel', 'Panel', round.panelOn),
        day('letters', 'Letters go', round.lettersOn),
        day('answers', 'Answers by', round.answerBy),
      ];
    });
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
