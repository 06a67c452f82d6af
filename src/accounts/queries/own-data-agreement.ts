import { sql } from 'kysely';
import type { Section } from './own-data.ts';

/** What somebody wrote, sent and signed in the agreements of placements and in the life after them. */
export const OWN_AGREEMENT_DATA: readonly Section[] = [
  {
    title: 'Contracting meetings that you noted',
    covers: ['contracting_meeting.noted_by'],
    records: (me) => sql`
      select p.reference as placement, m.held_on as "held on", m.present as "who was there", m.working_style as "how you work together",
        m.access, m.authority_told as "how the authority is told", m.noted_in_role as "your role", m.noted_at as "noted"
      from contracting_meeting m left join placement p on p.id = m.placement_id where m.noted_by = ${me} order by m.noted_at`,
  },
  {
    title: 'Versions of agreements that you began or sent out',
    covers: ['agreement_version.made_by', 'agreement_version.sent_by'],
    records: (me) => sql`
      select p.reference as placement, v.number as version, v.made_by = ${me} as "begun by you", v.made_at as "begun",
        coalesce(v.sent_by = ${me}, false) as "sent out by you", v.sent_at as "sent out"
      from agreement_version v left join placement p on p.id = v.placement_id
      where v.made_by = ${me} or v.sent_by = ${me} order by v.made_at`,
  },
  {
    title: 'Agreements that you signed',
    covers: ['agreement_signature.signed_by'],
    records: (me) => sql`
      select p.reference as placement, v.number as version, s.part as "for", s.name as "as", s.role as "your role", s.sha256 as "hash that you signed",
        s.signed_at as "signed"
      from agreement_signature s left join agreement_version v on v.id = s.version_id left join placement p on p.id = s.placement_id
      where s.signed_by = ${me} order by s.signed_at`,
  },
  {
    title: 'Reviews of placements that you began or recorded',
    covers: ['placement_review.made_by', 'placement_review.recorded_by'],
    records: (me) => sql`
      select p.reference as placement, r.held_on as "held on", r.working as "is it working", r.appropriate as "is it the right help",
        r.change as "what should change", r.continues as "does it continue", r.next_steps as "next steps", r.objectives, r.made_at as "begun",
        r.recorded_at as "recorded"
      from placement_review r left join placement p on p.id = r.placement_id
      where r.made_by = ${me} or r.recorded_by = ${me} order by r.made_at`,
  },
  {
    title: 'Answers in reviews that you gave or wrote down',
    covers: ['placement_review_answer.said_by'],
    records: (me) => sql`
      select p.reference as placement, a.part as "of", a.by_service as "written down for them", a.working as "is it working",
        a.appropriate as "is it the right help", a.change as "what should change", a.said_at as "said"
      from placement_review_answer a left join placement p on p.id = a.placement_id where a.said_by = ${me} order by a.said_at`,
  },
  {
    title: 'Evaluations and reflections that you sent',
    covers: ['placement_evaluation.sent_by'],
    records: (me) => sql`
      select p.reference as placement, e.kind, e.answers, e.reason as "why it replaces an earlier one", e.sent_at as "sent"
      from placement_evaluation e left join placement p on p.id = e.placement_id where e.sent_by = ${me} order by e.sent_at`,
  },
  {
    title: 'What you noted of the impact of placements',
    covers: ['placement_impact.noted_by'],
    records: (me) => sql`
      select p.reference as placement, i.objective, i.value, i.as_at as "as at", i.source, i.confidence, i.words, i.noted_at as "noted"
      from placement_impact i left join placement p on p.id = i.placement_id where i.noted_by = ${me} order by i.noted_at`,
  },
  {
    title: 'Follow-ups of placements that you noted',
    covers: ['placement_follow_up.noted_by'],
    records: (me) => sql`
      select p.reference as placement, f.months as "months after the end", f.held_on as "held on", f.who as "spoken with", f.lasted as "what lasted",
        f.new_need as "new need", f.noted_at as "noted"
      from placement_follow_up f left join placement p on p.id = f.placement_id where f.noted_by = ${me} order by f.noted_at`,
  },
];
