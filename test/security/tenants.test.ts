import { beforeAll, describe, expect, it } from 'vitest';
import { type OrganisationKind, type Role, ROLES } from '../../src/access/roles.ts';
import { testDatabase } from '../database/harness.ts';
import { type Member, memberIn, organisationIn } from '../factories/people.ts';
import { addArea, addImport, addSchool } from '../factories/register.ts';
import { agreementReaders } from './held-agreement.ts';
import { holdApproval } from './held-approval.ts';
import { holdDelivery, visibleDelivery } from './held-delivery.ts';
import { holdDesignation, VISIBLE_OF_DESIGNATION } from './held-designation.ts';
import { holdPlacement } from './held-placement.ts';
import { holdOffers, visibleOfOffers } from './held-offers.ts';
import { visibleOfMoney } from './held-money.ts';
import { holdRound } from './held-round.ts';
import { holdPlanning } from './held-planning.ts';
import { VISIBLE_OF_REGISTER } from './held-register.ts';
import { KEPT_ROWS } from './kept-rows.ts';
import { type Actor, AREAS, asActor, broughtBy, fill, sayOfHead, type Tenant } from './rows-of-tenant.ts';

/**
 * Each kind of organisation twice, in two areas that have nothing to do with each other, with a person in every role of each
 * and a row in every table for each. Then plain SQL without any WHERE, as each of them: what shows must be what is written here,
 * which is written apart from the policies.
 */
const KINDS: OrganisationKind[] = ['local authority', 'trust', 'hub', 'diocese', 'school', 'governing board'];

const database = testDatabase();
const tenants: Tenant[] = [];

beforeAll(async () => {
  const { db, pool } = database;
  const register = await addImport(db);
  for (const [area, { laCode, urn, groupUid }] of AREAS.entries()) {
    await addArea(db, register, laCode, `Area ${laCode}`);
    await addSchool(db, {
      urn,
      la_code: laCode,
      la_name: `Area ${laCode}`,
      import_id: register,
      name: `School ${urn}`,
    });
    await pool.query(
      "insert into group_member (urn, group_uid, group_type, group_name, import_id, line) values ($1, $2, 'Multi-academy trust', 'Trust', $3, 2)",
      [urn, groupUid, register],
    );
    for (const kind of KINDS) {
      const key = {
        'local authority': laCode,
        trust: groupUid,
        school: urn,
        'governing board': urn,
        hub: null,
        diocese: null,
      };
      const organisation = await organisationIn(db, kind, key[kind]);
      const members = new Map<Role, Member>();
      for (const role of ROLES) members.set(role, await memberIn(db, organisation, role));
      tenants.push({ organisation, area, members });
    }
  }
  for (const tenant of tenants) {
    await fill(pool, tenant);
    await sayOfHead(pool, tenant);
    await holdRound(pool, { ...tenant, urn: AREAS[tenant.area]!.urn });
    const personId = tenant.members.get('administrator')!.personId;
    await holdDesignation(pool, { ...tenant, urn: AREAS[tenant.area]!.urn, personId });
    await holdPlanning(pool, tenant.organisation, personId);
  }
  for (const tenant of tenants) {
    const held = {
      organisation: tenant.organisation,
      homeUrn: AREAS[1 - tenant.area]!.urn,
      leader: leaderFor(tenant).personId,
      personId: tenant.members.get('administrator')!.personId,
    };
    await holdPlacement(pool, { ...held, urn: AREAS[tenant.area]!.urn });
    await holdOffers(pool, held);
  }
  for (const tenant of tenants)
    await holdDelivery(pool, {
      organisation: tenant.organisation,
      personId: tenant.members.get('administrator')!.personId,
      coaching: coachingOf(tenant),
    });
  for (const tenant of tenants)
    await holdApproval(pool, {
      organisation: tenant.organisation,
      urn: AREAS[tenant.area]!.urn,
      partner: partnerOf(tenant).organisation.id,
      personId: tenant.members.get('administrator')!.personId,
    });
});

/** Who takes part in every round of a tenant: the one of the same kind in the other area. */
function partnerOf({ organisation, area }: Tenant): Tenant {
  return tenants.find((other) => other.area !== area && other.organisation.kind === organisation.kind)!;
}

/** Who helps in every placement of a tenant: a system leader of the school of the other area. */
function leaderFor({ area }: Tenant): Member {
  const school = tenants.find((other) => other.area !== area && other.organisation.kind === 'school')!;
  return school.members.get('system leader')!;
}

type Row = Record<string, unknown>;
type MaySee = (row: Row, actor: Actor) => boolean;

const isAdministrator = ({ role }: Actor) => role === 'administrator';
const ofOrganisation: MaySee = (row, { tenant }) => row.organisation_id === tenant.organisation.id;
const self: MaySee = (row, { personId }) => row.person_id === personId;
const nobody: MaySee = () => false;
const worksWith = (personId: unknown, { tenant }: Actor) =>
  [...tenant.members.values()].some((member) => member.personId === personId);
const inService = ({ role, tenant }: Actor) =>
  ['local authority', 'trust'].includes(tenant.organisation.kind) &&
  ['service lead', 'broker', 'adviser'].includes(role);
const ofSchool = ({ role, tenant }: Actor) =>
  ['school', 'governing board'].includes(tenant.organisation.kind) &&
  ['headteacher', 'governor or trustee'].includes(role);
const bringsFiles = ({ role, tenant }: Actor) =>
  ['local authority', 'trust', 'hub'].includes(tenant.organisation.kind) && ['service lead', 'broker'].includes(role);
const inOwnArea: MaySee = (row, { tenant }) => row.urn === AREAS[tenant.area]!.urn;

/** Whether a school of the acting person is judged by the organisation of the row: its authority or trust. */
const isServedBy: MaySee = (row, actor) =>
  ofSchool(actor) &&
  tenants.some(
    ({ organisation, area }) =>
      organisation.id === row.organisation_id &&
      area === actor.tenant.area &&
      ['local authority', 'trust'].includes(organisation.kind),
  );

/** The service that runs a round, and the partner that takes part in it. */
const runsOrPartakes: MaySee = (row, actor) =>
  inService(actor) && (ofOrganisation(row, actor) || row.organisation_id === partnerOf(actor.tenant).organisation.id);
/** Between whom the coaching of a tenant's placement is: that leader, and the head of the school of its own area. */
function coachingOf(tenant: Tenant): { leader: string; head: string } {
  const school = tenants.find(({ area, organisation }) => area === tenant.area && organisation.kind === 'school')!;
  return { leader: leaderFor(tenant).personId, head: school.members.get('headteacher')!.personId };
}

/** Those of the service who read placements, and those who run them. */
const servesPlacements = ({ role, tenant }: Actor) =>
  ['local authority', 'trust', 'hub'].includes(tenant.organisation.kind) &&
  ['service lead', 'broker', 'adviser', 'finance officer'].includes(role);
const runsPlacements = (actor: Actor) => servesPlacements(actor) && ['service lead', 'broker'].includes(actor.role);
const speaksForSchool = ({ role, tenant }: Actor) =>
  (tenant.organisation.kind === 'school' && role === 'headteacher') ||
  (tenant.organisation.kind === 'governing board' && role === 'governor or trustee');
/** The placement that a tenant holds: its own school is helped, the other area's helps. */
const holderOf = (row: Row) => tenants.find(({ organisation }) => organisation.id === row.organisation_id)!;
const servesIt: MaySee = (row, actor) => servesPlacements(actor) && ofOrganisation(row, actor);
const speaksForSupported: MaySee = (row, actor) => speaksForSchool(actor) && holderOf(row).area === actor.tenant.area;
const speaksForHome: MaySee = (row, actor) => speaksForSchool(actor) && holderOf(row).area !== actor.tenant.area;
const worksInIt: MaySee = (row, actor) =>
  row.made_by === actor.personId || servesIt(row, actor) || speaksForSupported(row, actor) || leadsIt(row, actor);
const judgesIt: MaySee = (row, actor) =>
  row.made_by === actor.personId ||
  (worksInIt(row, actor) && !(servesIt(row, actor) && actor.role === 'finance officer'));
const leadsIt: MaySee = (row, actor) => actor.personId === leaderFor(holderOf(row)).personId;

const worksTogether: MaySee = (row, actor) =>
  servesIt(row, actor) || speaksForSupported(row, actor) || leadsIt(row, actor);
const headsHome: MaySee = (row, actor) => speaksForHome(row, actor) && actor.tenant.organisation.kind === 'school';

const headsSchoolOf: MaySee = (row, actor) =>
  actor.role === 'headteacher' && actor.tenant.organisation.kind === 'school' && inOwnArea(row, actor);

/** Which rows of each table a person sees with no WHERE at all. Everything not said here is hidden. */
const VISIBLE: Record<string, MaySee> = {
  ...VISIBLE_OF_REGISTER,
  ...visibleDelivery({ worksInIt, judgesIt }),
  ...VISIBLE_OF_DESIGNATION,
  organisation: (row, { tenant }) => row.id === tenant.organisation.id,
  person: (row, actor) => row.id === actor.personId || (isAdministrator(actor) && worksWith(row.id, actor)),
  membership: (row, actor) => self(row, actor) || (isAdministrator(actor) && ofOrganisation(row, actor)),
  // Sign-ins are of no organisation: administrators see those of people in their own.
  audit_event: (row, actor) =>
    self(row, actor) ||
    (isAdministrator(actor) &&
      (ofOrganisation(row, actor) || (row.organisation_id === null && worksWith(row.person_id, actor)))),
  audit_head: (_row, actor) => isAdministrator(actor),
  local_account: self,
  recovery_code: self,
  provider_identity: self,
  session: self,
  invitation: (row, actor) => isAdministrator(actor) && ofOrganisation(row, actor),
  reset_link: self,
  pending_sign_in: self,
  mail_message: (row, actor) => self(row, actor) || (isAdministrator(actor) && ofOrganisation(row, actor)),
  mail_body: nobody,
  import_job: (row, actor) => row.uploaded_by === actor.personId || (bringsFiles(actor) && ofOrganisation(row, actor)),
  import_job_file: (row, actor) =>
    broughtBy.get(row.job_id)?.members.get('administrator')!.personId === actor.personId ||
    (bringsFiles(actor) && broughtBy.get(row.job_id) === actor.tenant),
  // What was sent is for those who decide about it.
  import_job_part: (row, actor) => bringsFiles(actor) && broughtBy.get(row.job_id) === actor.tenant,
  need_moderation: (row, actor) =>
    row.decided_by === actor.personId ||
    (inOwnArea(row, actor) && ((inService(actor) && ofOrganisation(row, actor)) || ofSchool(actor))),
  need_moderation_reason: (row, actor) => inOwnArea(row, actor) && inService(actor) && ofOrganisation(row, actor),
  need_entry: (row, actor) =>
    row.entered_by === actor.personId ||
    (inOwnArea(row, actor) && ((inService(actor) && ofOrganisation(row, actor)) || ofSchool(actor))),
  need_entry_note: (row, actor) => inOwnArea(row, actor) && inService(actor) && ofOrganisation(row, actor),
  need_entry_withdrawal: (row, actor) =>
    row.withdrawn_by === actor.personId ||
    (inOwnArea(row, actor) && ((inService(actor) && ofOrganisation(row, actor)) || ofSchool(actor))),
  // A draft is its service's own; what is published is for the schools that it judges too.
  need_pack: (row, actor) =>
    row.made_by === actor.personId ||
    (inService(actor) && ofOrganisation(row, actor)) ||
    (row.published_at !== null && isServedBy(row, actor)),
  // England's texts, of no organisation, are public in themselves.
  need_pack_text: (row, actor) =>
    row.organisation_id === null || (inService(actor) && ofOrganisation(row, actor)) || isServedBy(row, actor),
  need_comment: (row, actor) =>
    row.said_by === actor.personId ||
    (inOwnArea(row, actor) &&
      (ofSchool(actor) || (inService(actor) && (ofOrganisation(row, actor) || row.from_school === true)))),
  need_round: (row, actor) => row.opened_by === actor.personId || (inService(actor) && ofOrganisation(row, actor)),
  need_round_step: (row, actor) => row.made_by === actor.personId || (inService(actor) && ofOrganisation(row, actor)),
  need_panel_entry: (row, actor) => row.made_by === actor.personId || (inService(actor) && ofOrganisation(row, actor)),
  need_round_item: (row, actor) => inOwnArea(row, actor) && inService(actor) && ofOrganisation(row, actor),
  planning_round: (row, actor) => row.opened_by === actor.personId || (inService(actor) && ofOrganisation(row, actor)),
  // What the service thinks of schools is not for whoever left it.
  planning_input: (row, actor) => inService(actor) && ofOrganisation(row, actor),
  planning_scenario: (row, actor) => row.made_by === actor.personId || (inService(actor) && ofOrganisation(row, actor)),
  planning_proposal: (row, actor) =>
    row.asked_by === actor.personId || (inService(actor) && ofOrganisation(row, actor)),
  planning_decision: (row, actor) =>
    row.decided_by === actor.personId || (inService(actor) && ofOrganisation(row, actor)),
  planning_partner: (row, actor) => row.made_by === actor.personId || runsOrPartakes(row, actor),
  planning_contribution: (row, actor) => row.brought_by === actor.personId || runsOrPartakes(row, actor),
  // Totals, and what concerns the partner: it is named in each row here.
  planning_put_forward: (row, actor) => row.made_by === actor.personId || runsOrPartakes(row, actor),
  planning_line: runsOrPartakes,
  planning_approved_pair: (row, actor) => row.approved_by === actor.personId || runsOrPartakes(row, actor),
  // Whoever reads a copy does so in a role that judges; who gave it sees that they did.
  planning_share: (row, actor) => row.shared_by === actor.personId || (inService(actor) && ofOrganisation(row, actor)),
  planning_share_comment: (row, actor) =>
    row.said_by === actor.personId || (inService(actor) && ofOrganisation(row, actor)),
  // The head who is asked, and not the board; neither a partner nor the other school.
  planning_ask: (row, actor) =>
    row.asked_by === actor.personId || (inService(actor) && ofOrganisation(row, actor)) || headsSchoolOf(row, actor),
  planning_declaration: (row, actor) =>
    row.recorded_by === actor.personId || (inService(actor) && ofOrganisation(row, actor)) || headsSchoolOf(row, actor),
  planning_interest_decision: (row, actor) =>
    row.decided_by === actor.personId || (inService(actor) && ofOrganisation(row, actor)) || headsSchoolOf(row, actor),
  planning_interest: (row, actor) => row.made_by === actor.personId || (inService(actor) && ofOrganisation(row, actor)),
  planning_approval: (row, actor) =>
    row.approved_by === actor.personId || (inService(actor) && ofOrganisation(row, actor)),
  placement: (row, actor) =>
    servesIt(row, actor) || speaksForSupported(row, actor) || speaksForHome(row, actor) || leadsIt(row, actor),
  placement_event: (row, actor) =>
    row.by_person === actor.personId ||
    servesIt(row, actor) ||
    (row.seen_by !== 'service' && (speaksForSupported(row, actor) || leadsIt(row, actor))) ||
    (row.seen_by === 'all' && speaksForHome(row, actor)),
  board_filter: (row, actor) => row.person_id === actor.personId && ofOrganisation(row, actor),
  // An agreement is signed by both schools, so both read it; how the work goes is for those who work together.
  agreement_version: (row, actor) =>
    row.made_by === actor.personId ||
    row.sent_by === actor.personId ||
    servesIt(row, actor) ||
    speaksForSupported(row, actor) ||
    speaksForHome(row, actor) ||
    leadsIt(row, actor),
  agreement_signature: (row, actor) =>
    row.signed_by === actor.personId ||
    servesIt(row, actor) ||
    speaksForSupported(row, actor) ||
    speaksForHome(row, actor) ||
    leadsIt(row, actor),
  contracting_meeting: (row, actor) => row.noted_by === actor.personId || worksTogether(row, actor),
  placement_review: (row, actor) =>
    row.made_by === actor.personId || row.recorded_by === actor.personId || worksTogether(row, actor),
  placement_review_answer: (row, actor) => row.said_by === actor.personId || worksTogether(row, actor),
  placement_evaluation: (row, actor) => row.sent_by === actor.personId || worksTogether(row, actor),
  placement_impact: (row, actor) => row.noted_by === actor.personId || worksTogether(row, actor),
  placement_follow_up: (row, actor) => row.noted_by === actor.personId || worksTogether(row, actor),
  ...agreementReaders({ working: worksTogether, home: speaksForHome }),
  ...visibleOfMoney({ servesIt, speaksForSupported, speaksForHome, leadsIt }),
  ...visibleOfOffers({ servesIt, speaksForSupported, leadsIt, headsHome }),
  private_link: (row, actor) => runsPlacements(actor) && ofOrganisation(row, actor),
  planning_change: (row, actor) =>
    row.recorded_by === actor.personId || (inService(actor) && ofOrganisation(row, actor)),
  need_letter: (row, actor) =>
    row.written_by === actor.personId ||
    (inOwnArea(row, actor) && (ofSchool(actor) || (inService(actor) && ofOrganisation(row, actor)))),
  need_letter_sent: (row, actor) =>
    row.made_by === actor.personId ||
    (inOwnArea(row, actor) && (ofSchool(actor) || (inService(actor) && ofOrganisation(row, actor)))),
  need_answer: (row, actor) =>
    row.said_by === actor.personId || (inOwnArea(row, actor) && (ofSchool(actor) || inService(actor))),
  // Not even the service: what is not sent is the school's alone.
  need_answer_draft: (row, actor) =>
    row.saved_by === actor.personId || (inOwnArea(row, actor) && ofSchool(actor) && ofOrganisation(row, actor)),
  need_agreement: (row, actor) =>
    row.recorded_by === actor.personId ||
    (inOwnArea(row, actor) &&
      (ofSchool(actor) || (inService(actor) && row.service_id === actor.tenant.organisation.id))),
  headship_correction: (row, actor) =>
    row.made_by === actor.personId ||
    (inOwnArea(row, actor) &&
      (ofSchool(actor) || (inService(actor) && (ofOrganisation(row, actor) || row.from_school === true)))),
  person_request: (row, actor) => self(row, actor) || (isAdministrator(actor) && ofOrganisation(row, actor)),
  legal_hold: (row, actor) => self(row, actor) || (isAdministrator(actor) && ofOrganisation(row, actor)),
  complaint: (row, actor) => isAdministrator(actor) && ofOrganisation(row, actor),
  news_subscription: self,
  calendar_feed: self,
  work_mail: self,
  work_reminder: self,
  service_terms: (row, actor) =>
    row.entered_by === actor.personId ||
    (['service lead', 'broker', 'adviser', 'administrator'].includes(actor.role) && ofOrganisation(row, actor)),
  // Counts of what was destroyed, with no names: each administrator may read that the schedule is kept.
  destruction_log: (_row, actor) => isAdministrator(actor),
};

function actors(): Actor[] {
  return tenants.flatMap((tenant) => [...tenant.members].map(([role, { personId }]) => ({ tenant, role, personId })));
}

describe('row policies, by plain SQL', () => {
  it('are written down here for every table that has them', async () => {
    const { rows } = await database.pool.query<{ name: string }>(
      "select relname as name from pg_class c join pg_namespace n on n.oid = relnamespace where nspname = 'public' and relkind = 'r' and relrowsecurity order by 1",
    );
    expect(Object.keys(VISIBLE).toSorted()).toEqual(rows.map(({ name }) => name));
  });

  it('show each role of each organisation what is theirs and nothing else', async () => {
    const held = new Map<string, Row[]>();
    for (const table of Object.keys(VISIBLE)) {
      held.set(table, (await database.pool.query<Row>(`select * from ${table}`)).rows);
      expect(held.get(table), table).not.toHaveLength(0);
    }
    let cells = 0;
    for (const actor of actors()) {
      await asActor(database.site.pool, actor, async (client) => {
        for (const [table, maySee] of Object.entries(VISIBLE)) {
          const { rows } = await client.query<Row>(`select * from ${table}`);
          const expected = held.get(table)!.filter((row) => maySee(row, actor));
          const who = `${table} as ${actor.role} of ${actor.tenant.organisation.name}`;
          expect(rows.map(keyOf).toSorted(), who).toEqual(expected.map(keyOf).toSorted());
          cells++;
        }
      });
    }
    expect(cells).toBe(KINDS.length * AREAS.length * ROLES.length * Object.keys(VISIBLE).length);
  });

  it('show nothing at all to a connection that does not say who acts', async () => {
    await asActor(database.site.pool, null, async (client) => {
      for (const table of Object.keys(VISIBLE)) {
        expect((await client.query(`select * from ${table}`)).rows, table).toEqual([]);
      }
    });
  });

  it('let nobody change or remove what is not theirs', async () => {
    for (const actor of actors()) {
      const other = tenants.find(
        ({ area, organisation }) => area !== actor.tenant.area && organisation.kind === actor.tenant.organisation.kind,
      )!;
      await asActor(database.site.pool, actor, async (client) => {
        const touched = async (text: string, values: unknown[]) => {
          await client.query('savepoint here');
          try {
            return (await client.query(text, values)).rowCount;
          } catch {
            await client.query('rollback to savepoint here');
            return 'refused';
          }
        };
        const [theirs, them] = [other.organisation.id, other.members.get('broker')!.personId];
        expect(await touched("update person set name = 'taken' where id = $1", [them])).toBe('refused');
        expect(await touched('update membership set ended_at = now() where organisation_id = $1', [theirs])).toBe(0);
        expect(
          await touched("update local_account set password_hash = 'taken' where person_id <> $1", [actor.personId]),
        ).toBe(0);
        expect(await touched('update session set ended_at = now() where person_id <> $1', [actor.personId])).toBe(0);
        expect(await touched('delete from invitation where organisation_id = $1', [theirs])).toBe(0);
        expect(
          await touched(
            "insert into membership (person_id, organisation_id, role, granted_by) values ($1, $2, 'administrator', 'operator')",
            [actor.personId, theirs],
          ),
        ).toBe('refused');
        expect(await touched("insert into organisation (kind, name) values ('hub', 'mine')", [])).toBe('refused');
        expect(await touched("update organisation set name = 'taken'", [])).toBe(0);
        expect(
          await touched('update need_pack set switched_off = $2 where organisation_id = $1', [theirs, ['x']]),
        ).toBe(0);
        expect(
          await touched(
            "insert into need_pack (organisation_id, policy, copied_from, base, made_by, made_in_role) values ($1, '{}', 'p', '{}', $2, $3)",
            [theirs, actor.personId, actor.role],
          ),
        ).toBe('refused');
        expect(
          await touched(
            "insert into audit_event (organisation_id, action, outcome, detail, seq, at, previous_hash, hash) values ($1, 'forged', 'done', '{}', 0, now(), '', '')",
            [theirs],
          ),
        ).toBe('refused');
        for (const statement of KEPT_ROWS) {
          expect(await touched(statement, ['x']), statement).toBe('refused');
        }
      });
    }
  });

  it('give a leaver no role, whatever session is still open', async () => {
    const broker = tenants[0]!.members.get('broker')!;
    const roleOf = async () => {
      const { rows } = await database.site.pool.query(
        "select role from session_of(encode(sha256(convert_to($1, 'UTF8')), 'hex'), interval '1 hour')",
        [broker.token],
      );
      return rows[0]?.role;
    };
    expect(await roleOf()).toBe('broker');
    await database.pool.query('update membership set ended_at = now() where id = $1', [broker.membershipId]);
    expect(await roleOf()).toBeNull();
  });
});

/** What tells one row from another, whatever its columns. */
function keyOf(row: Row): string {
  return JSON.stringify(Object.entries(row).filter(([name]) => name !== 'seen_at' && name !== 'idle_until'));
}
