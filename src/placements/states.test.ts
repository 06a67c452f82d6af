import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT } from '../../test/commands.ts';
import { authorise } from '../access/authorise.ts';
import type { PlacementSubject } from '../access/permission.ts';
import { type PlacementPart, partIn } from '../access/placement-parts.ts';
import { type OrganisationKind, ORGANISATION_KINDS, type Person, type Role, ROLES } from '../access/roles.ts';
import { MOVE_PERMISSIONS } from './policy.ts';
import { MOVE_WORDS, PART_WORDS, STATE_TAGS } from './rules/state-words.ts';
import { isMover, type Move, type MoveName, MOVES, movesFrom, STATE_MEANS, STATES } from './rules/states.ts';

const PLACEMENT: PlacementSubject = {
  kind: 'placement',
  placementId: 'p',
  organisationId: 'service',
  supportedUrn: 1,
  homeUrn: 2,
  leaderPersonId: 'leader',
};

/** Where somebody stands to a placement: in its service, one of its schools, as its leader, or nowhere near it. */
const PLACES = ['service', 'supported', 'home', 'leader', 'elsewhere'] as const;

function personAt(place: (typeof PLACES)[number], kind: OrganisationKind, role: Role): Person {
  const ofSchool = kind === 'school' || kind === 'governing board';
  const urn = { service: 9, supported: 1, home: 2, leader: 2, elsewhere: 9 }[place];
  const organisation = {
    id: place === 'service' ? 'service' : 'other',
    kind,
    name: 'An organisation',
    laCode: null,
    groupUid: null,
    urn: ofSchool ? urn : null,
  };
  return {
    id: place === 'leader' ? 'leader' : 'somebody',
    name: 'A person',
    email: null,
    demonstration: false,
    sessionId: 's',
    secondFactor: true,
    acting: { membershipId: 'm', role, organisation },
    ip: null,
  };
}

/** What a person is in the placement, said anew and by hand. */
function partByHand(place: (typeof PLACES)[number], kind: OrganisationKind, role: Role): PlacementPart | null {
  if (place === 'service')
    return ['service lead', 'broker', 'adviser', 'finance officer'].includes(role) ? 'service' : null;
  if (place === 'elsewhere' || !['school', 'governing board'].includes(kind)) return null;
  if (place === 'leader' && kind === 'school') return 'leader';
  const side = place === 'supported' ? 'supported' : 'home';
  if (kind === 'school' && role === 'headteacher') return `${side} head`;
  if (kind === 'governing board' && role === 'governor or trustee') return `${side} board`;
  return null;
}

const everybody = PLACES.flatMap((place) =>
  ORGANISATION_KINDS.flatMap((kind) => ROLES.map((role) => ({ place, kind, role }))),
);
const moves: readonly Move[] = MOVES;

describe('the table of states', () => {
  it('leads from the request to every state, and from every state but the last to another', () => {
    const reached = new Set<string>(['requested']);
    for (let before = 0; before !== reached.size;) {
      before = reached.size;
      for (const move of moves) if (move.from.some((state) => reached.has(state))) reached.add(move.to);
    }
    expect([...reached].toSorted()).toEqual([...STATES].toSorted());
    const left = STATES.filter((state) => !moves.some(({ from }) => from.includes(state)));
    expect(left).toEqual(['closed']);
  });

  it('lets everybody make the moves that it writes and nobody another: every move, every role, every place', () => {
    const wrong: string[] = [];
    let cells = 0;
    for (const move of moves) {
      for (const { place, kind, role } of everybody) {
        const person = personAt(place, kind, role);
        const part = partByHand(place, kind, role);
        // The service's own kinds: a school or a diocese brokers nothing.
        const kindFits = part !== 'service' || ['local authority', 'trust', 'hub'].includes(kind);
        const roleFits = part !== 'leader' || ['system leader', 'headteacher'].includes(role);
        const should = part !== null && kindFits && roleFits && isMover(move, part, role);
        const verdict = authorise(MOVE_PERMISSIONS[move.name as MoveName], person, PLACEMENT, {
          secondFactorRoles: ROLES,
        });
        if (verdict.ok !== should) wrong.push(`${move.name} by ${role} of ${kind} at ${place}`);
        if (partIn(PLACEMENT, person) !== part) wrong.push(`part of ${role} of ${kind} at ${place}`);
        cells++;
      }
    }
    expect(wrong).toEqual([]);
    expect(cells).toBe(moves.length * PLACES.length * ORGANISATION_KINDS.length * ROLES.length);
  });

  it('shows people from each state the moves that they may make, and no others', () => {
    for (const state of STATES)
      for (const { place, kind, role } of everybody) {
        const part = partByHand(place, kind, role);
        const shown = movesFrom(state, part, role).map(({ name }) => name);
        const may = moves.filter(
          (move) => part !== null && move.from.includes(state) && move.who.some((who) => who.part === part),
        );
        expect(may.map(({ name }) => name)).toEqual(expect.arrayContaining(shown));
      }
    expect(movesFrom('under way', 'supported board', 'governor or trustee')).toEqual([]);
    expect(movesFrom('under way', 'service', 'adviser')).toEqual([]);
  });

  it('is drawn in docs/placements.md as it stands', async () => {
    const file = join(PROJECT, 'docs/placements.md');
    const text = readFileSync(file, 'utf8');
    const [begin, end] = ['<!-- states:begin -->', '<!-- states:end -->'];
    const before = text.slice(0, text.indexOf(begin) + begin.length);
    const after = text.slice(text.indexOf(end));
    const whole = `${before}\n\n${drawing()}\n\n${after}`;
    // `npx vitest run --project unit src/placements/states -u` draws it anew.
    await expect(whole).toMatchFileSnapshot(file);
  });
});

/** The name of a state within a diagram. */
function tag(state: (typeof STATES)[number]): string {
  return state.replaceAll(' ', '_');
}

/** The table as a diagram and as tables, for people. */
function drawing(): string {
  const arrows = moves.flatMap(({ from, to, name }) =>
    from.map((state) => `    ${tag(state)} --> ${tag(to)}: ${MOVE_WORDS[name as MoveName]}`),
  );
  return [
    '```mermaid',
    'stateDiagram-v2',
    ...STATES.map((state) => `    ${tag(state)}: ${STATE_TAGS[state].text}`),
    '    [*] --> requested',
    ...arrows,
    '    closed --> [*]',
    '```',
    '',
    '| State | What it means |',
    '| --- | --- |',
    ...STATES.map((state) => `| ${STATE_TAGS[state].text} | ${STATE_MEANS[state]} |`),
    '',
    '| Move | From | To | Who | Why is asked | First |',
    '| --- | --- | --- | --- | --- | --- |',
    ...moves.map(
      ({ name, from, to, who, reason, gates, follows }) =>
        `| ${MOVE_WORDS[name as MoveName]} | ${from.map((state) => STATE_TAGS[state].text).join(', ')} | ${STATE_TAGS[to].text} | ${who
          .map(({ part, roles }) => `${PART_WORDS[part]}${roles === undefined ? '' : ` (${roles.join(', ')})`}`)
          .join(
            '; ',
          )} | ${reason ? 'yes' : 'no'} | ${[...gates, ...(follows ? ['made by the deed that completes it'] : [])].join(', ')} |`,
    ),
  ].join('\n');
}
