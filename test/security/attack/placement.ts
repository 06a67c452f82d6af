import type { Organisation } from '../../../src/access/roles.ts';
import type { PlacementState } from '../../../src/placements/rules/states.ts';
import type { TestDatabase } from '../../database/harness.ts';
import { tenant } from '../../factories/people.ts';
import { placementIn } from '../../factories/placements.ts';
import { agreementOf } from './agreement.ts';
import { moneyOf, reviveMoney } from './money.ts';

interface Of {
  /** Of the service, who made it. */
  colleague: string;
  /** Who attacks. */
  member: string;
  urn: number;
  words: string;
}

/** In which state a placement must be for the page of each address to have its form; every other address finds it as it is asked for. */
const STATE_FOR: Readonly<Record<string, PlacementState>> = {
  '/moves/accept-request': 'triage',
  '/moves/restore': 'declined',
  '/moves/note-contact': 'accepted',
  '/objection': 'accepted',
  '/moves/reopen-agreement': 'signing',
  '/moves/pause': 'under way',
  '/moves/resume': 'paused',
  '/moves/end-early': 'under way',
  '/moves/complete': 'under way',
  '/moves/undo-end': 'evaluation',
  '/moves/sign-off': 'evaluation',
  '/moves/close': 'signed off',
};

/** Placements that the organisation brokers, for the school of its area: one as it is asked for, and one in each state that an address asks for. */
export async function placementOf(
  owner: TestDatabase['db'],
  organisation: Organisation,
  { colleague, member, urn, words }: Of,
): Promise<Record<string, string>> {
  const made = async (state: PlacementState) => {
    const id = await placementIn(owner, organisation, {
      supportedUrn: urn,
      homeUrn: urn + 2,
      leader: { name: `${words} Leader` },
      madeBy: colleague,
      focus: `${words} focus`,
      support: `${words} ${state} ${colleague.slice(0, 8)}`,
      state,
    });
    // So that it can be put back there.
    await tenant(owner)
      .insertInto('placement_event')
      .values(eventOf(id, organisation.id, state))
      .execute();
    return id;
  };
  const ids: Record<string, string> = { placements: await made('requested') };
  const byState = new Map<PlacementState, string>();
  for (const [rest, state] of Object.entries(STATE_FOR)) {
    const id = byState.get(state) ?? (await made(state));
    byState.set(state, id);
    ids[`placements#${rest}`] = id;
  }
  return {
    ...ids,
    ...(await agreementOf(owner, organisation, { colleague, member, urn, words })),
    ...(await moneyOf(owner, organisation, { colleague, urn, words })),
  };
}

const BEGINS = 'begins';

function eventOf(placement_id: string, organisation_id: string, state: PlacementState) {
  return {
    placement_id,
    organisation_id,
    deed: BEGINS,
    from_state: state,
    to_state: state,
    version: null,
    reason: null,
    seen_by: 'service' as const,
    by_person: null,
    by_role: null,
    by_part: 'house' as const,
  };
}

/** Puts placements that attacks moved back to where they began, each with the event that its table asks for. */
export async function revivePlacements(database: TestDatabase): Promise<void> {
  await reviveMoney(database);
  const { pool } = database;
  const { rows } = await pool.query<{ id: string; state: string }>(
    `select p.id, e.to_state as state from placement p join placement_event e on e.placement_id = p.id and e.deed = $1
     where p.state <> e.to_state`,
    [BEGINS],
  );
  for (const { id, state } of rows) {
    await pool.query(
      `insert into placement_event (placement_id, organisation_id, deed, from_state, to_state, version, seen_by, by_part)
       select id, organisation_id, 'revived', state, $2, version + 1, 'service', 'house' from placement where id = $1`,
      [id, state],
    );
    await pool.query('update placement set state = $2, version = version + 1 where id = $1', [id, state]);
  }
}
