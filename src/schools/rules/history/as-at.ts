import type { StateFact } from '../../../opendata/rules/state-facts.ts';
import type { SourceRef } from '../facts.ts';
import { isOpen } from '../school-record.ts';
import type { LeftOut } from './left-out.ts';
import { SHOWN_FACTS } from './shown-facts.ts';
import type { ToldState } from './told-state.ts';

/** What a published file says, and the day (ISO) that it is as at. */
export interface Told<Value> {
  value: Value;
  asAt: string;
  source: SourceRef;
}

/** One fact of a school as at a day. */
export interface FactAsAt {
  id: string;
  label: string;
  /** By the latest register up to the day that tells the fact; its value is null where that register is blank. */
  told: Told<string | null> | null;
  /** ISO day of the first register held that tells the fact, where that is after the day asked for; else null. */
  firstKnownOn: string | null;
}

/**
 * Whether a school stood open on a day: by the days that registers themselves give for opening and closing, whenever they
 * were told; else by its status in the latest register up to the day.
 */
export type Standing =
  | { kind: 'not yet open' | 'open' | 'closed'; on: string | null; asAt: string; source: SourceRef }
  | { kind: 'no longer listed'; on: null; asAt: string; source: SourceRef }
  | { kind: 'not known' };

/** The facts of a school as at a day, in the order of SHOWN_FACTS; `states` in the order of newestFirst. */
export function factsAsAt(states: readonly ToldState[], day: string): FactAsAt[] {
  return SHOWN_FACTS.map(({ id, label, of: [column], text }) => {
    const telling = states.filter(({ told }) => told.has(column));
    const latest = telling.find(({ file }) => file.asAt <= day);
    return {
      id,
      label,
      told: latest ? { value: text(latest.values), asAt: latest.file.asAt, source: latest.source } : null,
      firstKnownOn: latest ? null : (telling.at(-1)?.file.asAt ?? null),
    };
  });
}

/** How a school stood on a day; `states` in the order of newestFirst. */
export function standingOn(states: readonly ToldState[], leftOut: readonly LeftOut[], day: string): Standing {
  const { opened, closed } = ownDays(states);
  if (opened !== null && opened.value > day) return own('not yet open', opened);
  if (closed !== null && closed.value <= day) return own('closed', closed);
  const latest = states.find(({ file }) => file.asAt <= day);
  if (latest === undefined) return opened === null ? { kind: 'not known' } : own('open', opened);
  const { file, source, values } = latest;
  const missing = leftOut.find(({ last, by }) => last.file.id === latest.file.id && by.asAt <= day);
  if (missing !== undefined) return { kind: 'no longer listed', on: null, asAt: missing.by.asAt, source };
  const open = isOpen(String(values.status));
  return { kind: open ? 'open' : 'closed', on: open ? (opened?.value ?? null) : null, asAt: file.asAt, source };
}

function own(kind: 'not yet open' | 'open' | 'closed', { value, asAt, source }: Told<string>): Standing {
  return { kind, on: value, asAt, source };
}

/** The first and last day of a school as the newest register has them that tells them; `states` in the order of newestFirst. */
export function ownDays(states: readonly ToldState[]): { opened: Told<string> | null; closed: Told<string> | null } {
  // A school that is open again has no day of closing, while a blank day of opening only is not known.
  return { opened: latestOf(states, 'open_date', true), closed: latestOf(states, 'close_date', false) };
}

function latestOf(states: readonly ToldState[], fact: StateFact, passBlanks: boolean): Told<string> | null {
  const state = states.find(({ told, values }) => told.has(fact) && (!passBlanks || values[fact] !== null));
  const value = state?.values[fact];
  if (state === undefined || value === null || value === undefined) return null;
  return { value: String(value), asAt: state.file.asAt, source: state.source };
}
