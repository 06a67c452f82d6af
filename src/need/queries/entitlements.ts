import { type Kysely, sql } from 'kysely';
import type { Scope } from '../../access/scope.ts';
import { readAs } from '../../access/scoped.ts';
import type { Database } from '../../db/schema.ts';
import { daysFor } from '../rules/category.ts';
import type { Category, NeedPolicy } from '../rules/need-policy.ts';
import { type EntitlementTrend, entitlementTrends } from '../rules/round/entitlement.ts';
import { termOrder } from '../rules/round/term.ts';
import { serviceOf } from '../rules/service-of.ts';

/**
 * Days of support a year that the decided categories of each round of the acting service bring its schools, the newest term
 * first, by the policy that the round used, with the sum and that of the school year before. Schools that are not decided
 * are counted apart and have no days; an academy whose agreement has ended keeps those of rounds that are over, and has none in the
 * newest. Empty for whoever acts for no service. Any scope that may read rounds will do: matching and
 * service planning read it under their own.
 */
export function entitlements(db: Kysely<Database>, scope: Scope): Promise<EntitlementTrend[]> {
  const service = serviceOf(scope);
  if (service === null) return Promise.resolve([]);
  return readAs(db, scope, async (transaction) => {
    const rounds = await transaction
      .selectFrom('need_round')
      .select(['id', 'school_year', 'term', 'policy'])
      .where('organisation_id', '=', service)
      .execute();
    const { rows } = await sql<{
      round_id: string;
      urn: number;
      name: string;
      category: Category | null;
      decided_at: Date | null;
      takes_part: boolean;
    }>`
      select i.round_id, i.urn, s.name, m.category, m.decided_at, takes_part(i.organisation_id, i.urn)
      from need_round_item i join school s on s.urn = i.urn
      left join lateral (
        select category, decided_at from need_moderation m
        where m.round_id = i.round_id and m.urn = i.urn order by decided_at desc limit 1) m on true
      where i.organisation_id = ${service}
      order by s.name, i.urn`.execute(transaction);
    const newestFirst = rounds.toSorted((a, b) =>
      termOrder({ schoolYear: b.school_year, term: b.term }, { schoolYear: a.school_year, term: a.term }),
    );
    return entitlementTrends(
      newestFirst.map(({ id, school_year, term, policy }, index) => {
        const own = rows.filter(({ round_id, takes_part }) => round_id === id && (takes_part || index > 0));
        return {
          roundId: id,
          schoolYear: school_year,
          term,
          undecided: own.filter(({ category }) => category === null).length,
          schools: own.flatMap(({ urn, name, category, decided_at }) =>
            category === null || decided_at === null
              ? []
              : [
                  {
                    urn,
                    name,
                    category,
                    daysPerYear: daysFor(policy as NeedPolicy, category),
                    decidedAt: decided_at.toISOString(),
                  },
                ],
          ),
        };
      }),
    );
  });
}
