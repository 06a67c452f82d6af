import type { Kysely } from 'kysely';
import { readAs } from '../../../access/scoped.ts';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { Database } from '../../../db/schema.ts';
import type { PlacementScope } from '../../policy.ts';
import type { Action } from '../../rules/delivery/action.ts';
import type { Concern } from '../../rules/delivery/concern.ts';
import type { Note, NoteWord } from '../../rules/delivery/note.ts';
import type { ProgressEntry } from '../../rules/delivery/progress.ts';
import type { Training } from '../../rules/delivery/training.ts';
import type { SchoolPart, Visit } from '../../rules/delivery/visit.ts';
import type { PlacementEvent } from '../../rules/event.ts';
import { placementIdOf } from '../placement.ts';
import { readActions } from './actions.ts';
import { readConcerns } from './concerns.ts';
import { deliveredHalfDays } from './delivered.ts';
import { readNotes, readNoteWords, saidOfNotes } from './notes.ts';
import { readProgress } from './progress.ts';
import { eventsOfRecord } from './record-events.ts';
import { readTraining } from './training.ts';
import { readSchoolPart, readVisits } from './visits.ts';

type Db = Kysely<Database>;

const read = <T>(db: Db, scope: PlacementScope, work: (transaction: ScopedTransaction, id: string) => Promise<T>) =>
  readAs(db, scope, (transaction) => work(transaction, placementIdOf(scope)));

export interface Plan {
  actions: Action[];
  progress: ProgressEntry[];
  training: Training[];
  /** Half days delivered so far. */
  delivered: number;
}

/** The action plan of the placement, its progress, and training that is arranged. */
export function planOf(db: Db, scope: PlacementScope): Promise<Plan> {
  return read(db, scope, async (transaction, id) => ({
    actions: await readActions(transaction, id),
    progress: await readProgress(transaction, id),
    training: await readTraining(transaction, id),
    delivered: await deliveredHalfDays(transaction, id),
  }));
}

/** One action with what was done with it; null when the placement has none with this id. */
export function actionOf(
  db: Db,
  scope: PlacementScope,
  actionId: string,
): Promise<{ action: Action; events: PlacementEvent[] } | null> {
  return read(db, scope, async (transaction, id) => {
    const action = (await readActions(transaction, id)).find((one) => one.id === actionId);
    return action === undefined ? null : { action, events: await eventsOfRecord(transaction, id, actionId) };
  });
}

/** One arranged training with what was done with it; null when the placement has none with this id. */
export function trainingOf(
  db: Db,
  scope: PlacementScope,
  trainingId: string,
): Promise<{ training: Training; events: PlacementEvent[] } | null> {
  return read(db, scope, async (transaction, id) => {
    const training = (await readTraining(transaction, id)).find((one) => one.id === trainingId);
    return training === undefined ? null : { training, events: await eventsOfRecord(transaction, id, trainingId) };
  });
}

/** One entry of progress; null when the placement has none with this id. */
export function progressOf(db: Db, scope: PlacementScope, entryId: string): Promise<ProgressEntry | null> {
  return read(db, scope, async (transaction, id) => {
    return (await readProgress(transaction, id)).find((entry) => entry.id === entryId) ?? null;
  });
}

/** All visits of the placement, with what was said of the newest note of each. */
export function visitsOf(
  db: Db,
  scope: PlacementScope,
): Promise<{ visits: Visit[]; said: Map<string, NoteWord['kind'][]> }> {
  return read(db, scope, async (transaction, id) => ({
    visits: await readVisits(transaction, id),
    said: await saidOfNotes(transaction, id),
  }));
}

/** A visit with all that belongs to it. */
export interface VisitRecord {
  visit: Visit;
  schoolPart: SchoolPart | null;
  /** The newest version first; a draft only for its writer. */
  notes: Note[];
  said: NoteWord[];
  events: PlacementEvent[];
  /** Of the plan, as it stands: what a note says the progress of. */
  actions: Action[];
}

/** One visit with its parts and notes; null when the placement has none with this id. */
export function visitOf(db: Db, scope: PlacementScope, visitId: string): Promise<VisitRecord | null> {
  return read(db, scope, async (transaction, id) => {
    const visit = (await readVisits(transaction, id)).find((one) => one.id === visitId);
    if (visit === undefined) return null;
    return {
      visit,
      schoolPart: await readSchoolPart(transaction, visitId),
      notes: await readNotes(transaction, visitId),
      said: await readNoteWords(transaction, visitId),
      events: await eventsOfRecord(transaction, id, visitId),
      actions: await readActions(transaction, id),
    };
  });
}

/** The concerns of the placement. */
export function concernsOf(db: Db, scope: PlacementScope): Promise<Concern[]> {
  return read(db, scope, readConcerns);
}

/** Whether the supported school is maintained by an authority or an academy: it decides what powers there are. One that the register does not have counts as maintained. */
export function schoolKindOf(db: Db, scope: PlacementScope): Promise<'maintained' | 'academy'> {
  return read(db, scope, async (transaction, id) => {
    const row = await transaction
      .selectFrom('placement as p')
      .innerJoin('school as s', 's.urn', 'p.supported_urn')
      .select('s.type_group')
      .where('p.id', '=', id)
      .executeTakeFirst();
    return row?.type_group === 'Academies' || row?.type_group === 'Free Schools' ? 'academy' : 'maintained';
  });
}
