import { sql } from 'kysely';
import type { Section } from './own-data.ts';

/** What a person did with the money of placements, budgets and rates. */
export const OWN_MONEY_DATA: readonly Section[] = [
  {
    title: 'Money of placements, budgets and rates: what you did',
    covers: [
      'half_day_adjustment.made_by',
      'money_document.requested_by',
      'money_document.decided_by',
      'money_payment.recorded_by',
      'service_rate.set_by',
      'placement_flow.chosen_by',
      'budget.made_by',
      'budget_movement.made_by',
      'budget_charge.charged_by',
    ],
    records: (me) => sql`
      select 'half days put right: ' || half_days as what, words, made_in_role as role, made_at as "when"
      from half_day_adjustment where made_by = ${me}
      union all select kind || ' asked for: ' || label, words, requested_in_role, requested_at
      from money_document where requested_by = ${me}
      union all select kind || ' ' || state || ': ' || label, decided_words, decided_in_role, decided_at
      from money_document where decided_by = ${me}
      union all select case when undoes is null then 'payment recorded' else 'payment undone' end, reference, recorded_in_role, recorded_at
      from money_payment where recorded_by = ${me}
      union all select 'day rate set: ' || role, words, set_in_role, set_at from service_rate where set_by = ${me}
      union all select 'who bills whom chosen: ' || flow, null, chosen_in_role, chosen_at from placement_flow where chosen_by = ${me}
      union all select 'budget opened: ' || name, null, made_in_role, made_at from budget where made_by = ${me}
      union all select 'money moved: ' || pence || ' pence', words, made_in_role, made_at from budget_movement where made_by = ${me}
      union all select 'placement charged to a budget', null, charged_in_role, charged_at from budget_charge where charged_by = ${me}
      order by 4 desc`,
  },
];
