import { type Kysely, type RawBuilder, sql } from 'kysely';
import { readAs } from '../../access/scoped.ts';
import type { Scope } from '../../access/scope.ts';
import type { ScopedTransaction } from '../../access/scoped-transaction.ts';
import type { Database } from '../../db/schema.ts';
import type { OwnData } from '../rules/own-data.ts';
import { askedOrganisation } from './data-requests.ts';
import { PLACEMENT_DATA } from './own-data-placements.ts';
import { DESIGNATION_DATA } from './own-data-designation.ts';
import { OFFER_DATA } from './own-data-offers.ts';
import { REGISTER_DATA } from './own-data-register.ts';
import { OWN_AGREEMENT_DATA } from './own-data-agreement.ts';
import { OWN_CALENDAR_DATA } from './own-data-calendar.ts';
import { OWN_DELIVERY_DATA } from './own-data-delivery.ts';
import { OWN_MONEY_DATA } from './own-data-money.ts';

export interface Section {
  title: string;
  /** The columns through which its records are about a person. A test holds them against the database's own list. */
  covers: readonly string[];
  /** Records about the person, their columns named in plain words. */
  records: (personId: string) => RawBuilder<Record<string, unknown>>;
}

/**
 * Everything that is held about a person, table by table. Secrets are told of and not told: a hash or a key is no use to whom it
 * belongs and is to a thief. The words of a hold are its organisation's; that there is one is the person's to know.
 */
export const OWN_DATA: readonly Section[] = [
  {
    title: 'You',
    covers: [],
    records: (me) => sql`
      select name, email as "email address", created_at as "known since", restricted_at as "restricted since",
        demonstration as "invented for demonstration"
      from person where id = ${me}`,
  },
  {
    title: 'Your roles',
    covers: ['membership.person_id'],
    records: (me) => sql`
      select m.role, o.name as organisation, m.granted_by as "given by", m.started_at as "from", m.ended_at as "until",
        m.ended_why as "why it ended", m.reviewed_at as "last confirmed"
      from membership m left join organisation o on o.id = m.organisation_id where m.person_id = ${me} order by m.started_at`,
  },
  {
    title: 'Your password and second factor',
    covers: ['local_account.person_id'],
    records: (me) => sql`
      select password_set_at as "password set", totp_confirmed_at as "second factor set up" from local_account
      where person_id = ${me}`,
  },
  {
    title: 'Your recovery codes',
    covers: ['recovery_code.person_id'],
    records: (me) => sql`
      select count(*)::integer as "codes", count(used_at)::integer as "of them used" from recovery_code
      where person_id = ${me} having count(*) > 0`,
  },
  {
    title: 'Your accounts at sign-in providers',
    covers: ['provider_identity.person_id'],
    records: (me) => sql`
      select issuer as provider, subject as "your number there", linked_at as "linked" from provider_identity
      where person_id = ${me} order by linked_at`,
  },
  {
    title: 'Your sessions',
    covers: ['session.person_id'],
    records: (me) => sql`
      select created_at as "signed in", seen_at as "last seen", ended_at as "ended", method as "signed in by",
        provider_issuer as provider, second_factor as "second factor", ip as "from address", user_agent as browser
      from session where person_id = ${me} order by created_at desc`,
  },
  {
    title: 'Sign-ins that you began',
    covers: ['pending_sign_in.person_id'],
    records: (me) => sql`
      select kind, provider, created_at as "begun", expires_at as "until" from pending_sign_in where person_id = ${me}
      order by created_at`,
  },
  {
    title: 'Links to choose a new password',
    covers: ['reset_link.person_id'],
    records: (me) => sql`
      select created_at as "asked for", expires_at as "until", used_at as "used" from reset_link where person_id = ${me}
      order by created_at`,
  },
  {
    title: 'Invitations to you',
    covers: [],
    records: (me) => sql`
      select i.name, i.email as "email address", i.role, o.name as organisation, i.created_at as "sent",
        i.expires_at as "until", i.accepted_at as "accepted", i.withdrawn_at as "withdrawn"
      from invitation i left join organisation o on o.id = i.organisation_id
      where i.email = (select email from person where id = ${me}) order by i.created_at`,
  },
  {
    title: 'Invitations that you sent',
    covers: ['invitation.invited_by'],
    records: (me) => sql`
      select i.role, o.name as organisation, i.created_at as "sent"
      from invitation i left join organisation o on o.id = i.organisation_id where i.invited_by = ${me} order by i.created_at`,
  },
  {
    title: 'Mail to you',
    covers: ['mail_message.person_id'],
    records: (me) => sql`
      select to_email as "email address", template as about, state, created_at as "written", sent_at as "sent"
      from mail_message where person_id = ${me} order by created_at desc`,
  },
  {
    title: 'News that you get by mail',
    covers: ['news_subscription.person_id'],
    records: (me) => sql`
      select o.name as "about", s.frequency as "how often", s.chosen_at as "chosen", s.sent_at as "last sent"
      from news_subscription s left join organisation o on o.id = s.organisation_id where s.person_id = ${me} order by s.chosen_at`,
  },
  ...OWN_CALENDAR_DATA,
  ...OWN_AGREEMENT_DATA,
  ...OWN_DELIVERY_DATA,
  ...OWN_MONEY_DATA,
  {
    title: 'Categories of schools that you decided',
    covers: ['need_moderation.decided_by'],
    records: (me) => sql`
      select urn as "school", computed_category as "worked out", category as "decided", decided_in_role as role,
        decided_at as "when"
      from need_moderation where decided_by = ${me} order by decided_at desc`,
  },
  {
    title: 'Your comments on the need of schools',
    covers: ['need_comment.said_by'],
    records: (me) => sql`
      select urn as "school", body as words, said_in_role as role, said_at as "when" from need_comment where said_by = ${me}
      order by said_at desc`,
  },
  {
    title: 'Rounds of moderation: what you did',
    covers: ['need_round.opened_by', 'need_round_step.made_by', 'need_panel_entry.made_by'],
    records: (me) => sql`
      select 'round opened' as what, school_year || ' ' || term as about, opened_in_role as role, opened_at as "when"
      from need_round where opened_by = ${me}
      union all select 'step: ' || state, words, made_in_role, made_at from need_round_step where made_by = ${me}
      union all select kind, words, made_in_role, made_at from need_panel_entry where made_by = ${me}
      order by 4 desc`,
  },
  {
    title: 'Letters to schools that you wrote or sent',
    covers: ['need_letter.written_by', 'need_letter_sent.made_by'],
    records: (me) => sql`
      select urn as "school", 'written, category ' || category as what, written_in_role as role, written_at as "when"
      from need_letter where written_by = ${me}
      union all select urn, 'sent by ' || way, made_in_role, made_at from need_letter_sent where made_by = ${me}
      order by 4 desc`,
  },
  {
    title: 'Your answers on the category of a school, sent and drafted',
    covers: ['need_answer.said_by', 'need_answer_draft.saved_by'],
    records: (me) => sql`
      select urn as "school", stance as "you said", content::text as words, said_in_role as role, said_at as "when"
      from need_answer where said_by = ${me}
      union all select urn, 'draft', content::text, null, saved_at from need_answer_draft where saved_by = ${me}
      order by 5 desc`,
  },
  {
    title: 'Agreements of academies that you wrote down',
    covers: ['need_agreement.recorded_by'],
    records: (me) => sql`
      select urn as "school", takes_part as "takes part", agreed_by as "agreed by", agreed_on as "from", until, scope as words,
        recorded_in_role as role, recorded_at as "when"
      from need_agreement where recorded_by = ${me} order by recorded_at desc`,
  },
  {
    title: 'Planning rounds: what you did',
    covers: [
      'planning_round.opened_by',
      'planning_scenario.made_by',
      'planning_proposal.asked_by',
      'planning_decision.decided_by',
      'planning_decision.undone_by',
    ],
    records: (me) => sql`
      select 'round opened' as what, title as words, opened_in_role as role, opened_at as "when"
      from planning_round where opened_by = ${me}
      union all select 'scenario made', name, made_in_role, made_at from planning_scenario where made_by = ${me}
      union all select 'proposal asked for', null, asked_in_role, asked_at from planning_proposal where asked_by = ${me}
      union all select 'decided: ' || kind, reason, decided_in_role, decided_at from planning_decision where decided_by = ${me}
      union all select 'undone: ' || kind, undone_why, undone_in_role, undone_at from planning_decision where undone_by = ${me}
      order by 4 desc`,
  },
  {
    title: 'Approval of planning rounds: what you did and were given',
    covers: [
      'planning_partner.made_by',
      'planning_contribution.brought_by',
      'planning_put_forward.made_by',
      'planning_share.reader_id',
      'planning_share.shared_by',
      'planning_share.ended_by',
      'planning_share_comment.said_by',
      'planning_ask.asked_by',
      'planning_declaration.recorded_by',
      'planning_interest_decision.decided_by',
      'planning_interest.made_by',
      'planning_approval.approved_by',
      'planning_approved_pair.approved_by',
      'planning_change.recorded_by',
    ],
    records: (me) => sql`
      select 'partner ' || state as what, words, made_in_role as role, made_at as "when" from planning_partner where made_by = ${me}
      union all select 'needs and leaders brought', null, brought_in_role, brought_at from planning_contribution where brought_by = ${me}
      union all select 'plan put forward', words, made_in_role, made_at from planning_put_forward where made_by = ${me}
      union all select 'plan given to you to read', words, null, shared_at from planning_share where reader_id = ${me}
      union all select 'plan shared', words, shared_in_role, shared_at from planning_share where shared_by = ${me}
      union all select 'reading ended', null, null, ended_at from planning_share where ended_by = ${me}
      union all select 'comment on a plan', words, said_in_role, said_at from planning_share_comment where said_by = ${me}
      union all select 'question about interests asked', null, asked_in_role, asked_at from planning_ask where asked_by = ${me}
      union all select 'declaration written down: ' || says, detail, recorded_in_role, recorded_at
      from planning_declaration where recorded_by = ${me}
      union all select 'interest decided on: ' || outcome, words, decided_in_role, decided_at
      from planning_interest_decision where decided_by = ${me}
      union all select 'own ' || kind, words, made_in_role, made_at from planning_interest where made_by = ${me}
      union all select 'approval', words, approved_in_role, approved_at from planning_approval where approved_by = ${me}
      union all select 'pair approved: ' || need_key, differs, null, approved_at
      from planning_approved_pair where approved_by = ${me}
      union all select 'change: ' || kind, reason, recorded_in_role, recorded_at from planning_change where recorded_by = ${me}
      order by 4 desc`,
  },
  ...REGISTER_DATA,
  ...PLACEMENT_DATA,
  ...DESIGNATION_DATA,
  ...OFFER_DATA,
  {
    title: 'What you entered of schools',
    covers: ['need_entry.entered_by', 'need_entry_withdrawal.withdrawn_by'],
    records: (me) => sql`
      select e.urn as "school", e.code as "about", e.level as "you said", e.seen_on as "seen on", e.evidence as words,
        e.entered_in_role as role, e.entered_at as "when", null as "withdrawn", null as "why withdrawn"
      from need_entry e where e.entered_by = ${me}
      union all
      select w.urn, null, null, null, null, w.withdrawn_in_role, null, w.withdrawn_at, w.reason
      from need_entry_withdrawal w where w.withdrawn_by = ${me}
      order by 7 desc nulls last, 8 desc`,
  },
  {
    title: 'Need packs that you made, published or withdrew',
    covers: ['need_pack.made_by', 'need_pack.published_by', 'need_pack.withdrawn_by'],
    records: (me) => sql`
      select policy->>'title' as "pack", case when made_by = ${me} then made_at end as "made",
        case when published_by = ${me} then published_at end as "published", valid_from as "holds from",
        case when withdrawn_by = ${me} then withdrawn_at end as "withdrawn"
      from need_pack where ${me} in (made_by, published_by, withdrawn_by) order by made_at desc`,
  },
  {
    title: 'Changes of head that you corrected',
    covers: ['headship_correction.made_by'],
    records: (me) => sql`
      select urn as "school", not_before as "after", not_after as "by", says as "you said", happened_on as "true day",
        first_headship as "first headship", standing, reason, made_in_role as role, made_at as "when"
      from headship_correction where made_by = ${me} order by made_at desc`,
  },
  {
    // No number leads from a published name to an account; a role as headteacher of the school does.
    title: 'What was said of changes of head at the school that you head',
    covers: [],
    records: (me) => sql`
      select c.urn as "school", c.not_before as "after", c.not_after as "by", c.says as "said", c.happened_on as "true day",
        c.first_headship as "first headship", c.standing, c.reason, party_on_headship(c.id) as "said by", c.made_at as "when"
      from headship_correction c where c.urn in (
        select o.urn from membership m join organisation o on o.id = m.organisation_id
        where m.person_id = ${me} and m.role = 'headteacher' and m.ended_at is null and o.kind = 'school')
      order by c.made_at desc`,
  },
  {
    title: 'Published files that you brought or decided about',
    covers: ['import_job.uploaded_by', 'import_job.decided_by'],
    records: (me) => sql`
      select uploaded_at as "sent", uploaded_in_role as role, step || ' ' || state as "became", decided_at as "decided",
        (select string_agg(f.name, ', ' order by f.position) from import_job_file f where f.job_id = j.id) as files
      from import_job j where ${me} in (uploaded_by, decided_by) order by uploaded_at desc`,
  },
  {
    title: 'Your requests about your data',
    covers: ['person_request.person_id'],
    records: (me) => sql`
      select r.kind, r.words, r.new_name as "new name", r.new_email as "new email address", o.name as "asked of",
        r.received_at as "received", r.due_on as "due", r.decided_at as "decided", r.outcome, r.answer
      from person_request r left join organisation o on o.id = r.organisation_id where r.person_id = ${me}
      order by r.received_at desc`,
  },
  {
    title: 'Requests of others that you wrote down or decided',
    covers: ['person_request.recorded_by', 'person_request.decided_by'],
    records: (me) => sql`
      select kind, received_at as "received", decided_at as "decided", outcome from person_request
      where ${me} in (recorded_by, decided_by) order by received_at desc`,
  },
  {
    title: 'Holds on your records',
    covers: ['legal_hold.person_id'],
    records: (me) => sql`
      select o.name as "placed by", h.placed_at as "from", h.lifted_at as "until"
      from legal_hold h left join organisation o on o.id = h.organisation_id where h.person_id = ${me} order by h.placed_at`,
  },
  {
    title: 'Holds that you placed or lifted',
    covers: ['legal_hold.placed_by', 'legal_hold.lifted_by'],
    records: (me) => sql`
      select placed_at as "placed", lifted_at as "lifted", reason from legal_hold where ${me} in (placed_by, lifted_by)
      order by placed_at`,
  },
  {
    title: 'Complaints from your email address',
    covers: [],
    records: (me) => sql`
      select reference, about, words, received_at as "received", acknowledged_at as "acknowledged", answered_at as "answered", answer
      from complaint where from_email = (select email from person where id = ${me}) order by received_at desc`,
  },
  {
    title: 'Records destroyed about you, or by you',
    covers: ['destruction_log.person_id', 'destruction_log.done_by'],
    records: (me) => sql`
      select at as "when", rule, record_kind as records from destruction_log where ${me} in (person_id, done_by) order by at`,
  },
];

/** What is covered apart from the sections: the trail, which is long, has a query of its own. */
export const OWN_TRAIL_COVERS = ['audit_event.person_id'];

/** What is held about the signed-in person, but for their audit trail. */
export async function ownData(
  db: Kysely<Database>,
  scope: Scope<'account.read' | 'own-data.request'>,
): Promise<OwnData> {
  return readAs(db, scope, (transaction) => sectionsOf(transaction, scope.person!.id));
}

/** The name of the organisation that a request of the signed-in person goes to; null when there is none. */
export async function ownOrganisation(
  db: Kysely<Database>,
  scope: Scope<'account.read' | 'own-data.request'>,
): Promise<string | null> {
  return readAs(db, scope, async (transaction) => (await askedOrganisation(transaction, scope))?.name ?? null);
}

/** All of it, with the whole trail, for the person to take away. */
export async function ownDataForExport(
  db: Kysely<Database>,
  scope: Scope<'own-data.export'>,
): Promise<{ sections: OwnData; trail: Record<string, unknown>[] }> {
  return readAs(db, scope, async (transaction) => {
    const me = scope.person!.id;
    const sections = await sectionsOf(transaction, me);
    const { rows: trail } = await sql<Record<string, unknown>>`
      select at as "when", role, action, outcome, subject_kind as "about", subject_id as "about which", detail, ip as "from address"
      from audit_event where person_id = ${me} order by seq`.execute(transaction);
    return { sections, trail };
  });
}

async function sectionsOf(transaction: ScopedTransaction, personId: string): Promise<OwnData> {
  const sections: OwnData = [];
  for (const { title, records } of OWN_DATA) {
    const { rows } = await records(personId).execute(transaction);
    sections.push({ title, records: rows });
  }
  return sections;
}
