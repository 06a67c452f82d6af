import type { Category, NeedPolicy } from '../rules/need-policy.ts';

interface CategoryCountsProps {
  counts: Readonly<Record<Category, number>>;
  policy: NeedPolicy;
  /** Where the schools of a category are listed. */
  href?: (category: Category) => string;
}

/** How many schools are in each category, the one to help first at the left, with the days that the policy plans. */
export function CategoryCounts({ counts, policy, href }: CategoryCountsProps) {
  return (
    <dl class="app-figures">
      {policy.categories.toReversed().map(({ code, label, daysPerYear }) => (
        <div>
          <dt>
            {href ? (
              <a class="govuk-link" href={href(code)}>
                Category {code}
              </a>
            ) : (
              `Category ${code}`
            )}
            : {label.toLowerCase()}
          </dt>
          <dd>
            {counts[code].toLocaleString('en-GB')} <small>{daysPerYear} days of support a year each</small>
          </dd>
        </div>
      ))}
    </dl>
  );
}
