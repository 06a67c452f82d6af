import { type Context, Hono } from 'hono';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Database } from '../../../db/schema.ts';
import { londonIsoDay } from '../../../opendata/rules/london-time.ts';
import { schoolAskedFor, schoolSubjectOf } from '../../../schools/routes/asked-for.tsx';
import { NotFound } from '../../../web/errors.tsx';
import { formOf } from '../../../web/forgery.ts';
import { may, mayAlso, scopeOf } from '../../../web/may.ts';
import { paths } from '../../../web/paths.ts';
import { page } from '../../../web/render.tsx';
import { notePosted } from '../../commands/round/note-posted.ts';
import { sendLetters } from '../../commands/round/send-letters.ts';
import { LetterPage, LetterPreview } from '../../pages/round/letter.tsx';
import { type LetterRow, LettersPage } from '../../pages/round/letters.tsx';
import type { FormState } from '../../pages/round/rounds.tsx';
import {
  answerNeed,
  type LetterScope,
  noteLetterPosted,
  readLetter,
  readRounds,
  type RoundScope,
  runRound,
} from '../../policy.ts';
import { agendaOfRound } from '../../queries/round/agenda.ts';
import { lettersOfRound, letterTo, readersOf } from '../../queries/round/letters.ts';
import { letterOf } from '../../rules/round/letter.ts';
import { readPosted } from '../../schema/round-forms.ts';
import {
  formState,
  organisationOf,
  organisationSubjectOf,
  roundAskedFor,
  todaysPolicies,
  urnIn,
} from './asked-for.tsx';

const ROUND = '/organisations/:organisation/rounds/:round';
const LETTER = '/schools/:urn/need/letters/:letter';

/** Letters to schools: previewed, sent, read by the school, and written down as posted. */
export function letterRoutes({ db }: { db: Kysely<Database> }): Hono {
  const ofSchool = (c: Context) => schoolSubjectOf(c, db);
  return new Hono()
    .get(`${ROUND}/letters`, may(readRounds, organisationSubjectOf), (c) => lettersPage(c, db, scopeOf(c, readRounds)))
    .post(`${ROUND}/letters`, may(runRound, organisationSubjectOf), async (c) => {
      const scope = scopeOf(c, runRound);
      const round = await roundAskedFor(c, db, scope);
      const { today, letter } = todaysPolicies();
      const { siteUrl } = c.get('site');
      const linkTo = (urn: number, id: string) => siteUrl + paths.needLetter(urn, id);
      const sent = await sendLetters(db, scope, round.id, { template: letter, linkTo, today });
      if (sent.ok)
        return c.redirect(`${paths.needRoundPart(organisationOf(c).id, round.id, 'letters')}?done=letters`, 303);
      return lettersPage(c, db, scope, NOT_SENT[sent.reason]);
    })
    .get(`${ROUND}/schools/:urn/letter`, may(readRounds, organisationSubjectOf), async (c) => {
      const scope = scopeOf(c, readRounds);
      const round = await roundAskedFor(c, db, scope);
      const { round: policy, letter } = todaysPolicies();
      const [entry] = await agendaOfRound(db, scope, round, policy, urnIn(c));
      if (!entry?.decision) throw new NotFound('This school is not decided in this round, so it has no letter yet.');
      const organisation = organisationOf(c);
      const { item, decision } = entry;
      const facts = {
        ...round,
        ...item,
        school: item.name,
        organisation: organisation.name,
        category: decision.category,
      };
      const content = letterOf(facts, round.policy, letter);
      const school = { urn: item.urn, name: item.name };
      return page(
        c,
        <LetterPreview organisation={organisation} roundId={round.id} school={school} content={content} />,
      );
    })
    .get(LETTER, may(readLetter, ofSchool), (c) => letterPage(c, db, scopeOf(c, readLetter)))
    .post(`${LETTER}/posted`, may(noteLetterPosted, ofSchool), async (c) => {
      const scope = scopeOf(c, noteLetterPosted);
      const letter = await letterAskedFor(c, db, scope);
      const form = await formOf(c);
      const read = readPosted(form, londonIsoDay(new Date()));
      if (!read.ok) return letterPage(c, db, scope, formState(form, read.errors));
      const posted = await notePosted(db, scope, { letterId: letter.id, ...read.value });
      if (posted.ok) return c.redirect(paths.needLetter(letter.urn, letter.id, undefined, { done: 'posted' }), 303);
      if (posted.reason === 'no such letter') throw new NotFound('There is no such letter.');
      return letterPage(
        c,
        db,
        scope,
        formState(form, { posted: 'A letter cannot be posted before the day on which it was written' }),
      );
    });
}

const NOT_SENT = {
  'no such round': 'There is no such round',
  'not at this step': 'Letters are sent once the panel has begun, and until the round is closed',
  'nothing to send': 'No letter is due: every decided school has its letter',
} as const;

async function lettersPage(c: Context, db: Kysely<Database>, scope: RoundScope, problem: string | null = null) {
  const round = await roundAskedFor(c, db, scope);
  const [agenda, letters] = [
    await agendaOfRound(db, scope, round, todaysPolicies().round),
    await lettersOfRound(db, scope, round.id),
  ];
  const people = await readersOf(
    db,
    scope,
    agenda.map(({ item }) => item.urn),
  );
  const rows = agenda
    .map((entry): LetterRow => {
      const letter = letters.find(({ urn }) => urn === entry.item.urn) ?? null;
      const due = entry.decision !== null && (letter === null || letter.decisionId !== entry.decision.id);
      return { entry, letter, due, people: people.get(entry.item.urn) ?? 0 };
    })
    .toSorted((a, b) => a.entry.item.name.localeCompare(b.entry.item.name, 'en-GB'));
  return page(
    c,
    <LettersPage
      organisation={organisationOf(c)}
      round={round}
      rows={rows}
      sends={mayAlso(c, runRound, organisationSubjectOf(c)) !== null}
      problem={problem}
      done={c.req.query('done') ?? null}
    />,
    problem === null ? 200 : 409,
  );
}

async function letterAskedFor(c: Context, db: Kysely<Database>, scope: LetterScope) {
  const { urn } = await schoolAskedFor(c, db);
  const id = z.uuid().safeParse(c.req.param('letter'));
  const letter = id.success ? await letterTo(db, scope, { urn, id: id.data }) : null;
  if (letter === null) throw new NotFound('There is no such letter.');
  return letter;
}

async function letterPage(c: Context, db: Kysely<Database>, scope: LetterScope, form: FormState = formState()) {
  const letter = await letterAskedFor(c, db, scope);
  const subject = await schoolSubjectOf(c, db);
  const posts = mayAlso(c, noteLetterPosted, subject) !== null;
  return page(
    c,
    <LetterPage
      school={await schoolAskedFor(c, db)}
      letter={letter}
      reader={{ answers: mayAlso(c, answerNeed, subject) !== null, posts }}
      form={form}
      done={c.req.query('done') ?? null}
    />,
    Object.keys(form.errors).length === 0 ? 200 : 400,
  );
}
