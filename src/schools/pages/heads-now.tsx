import { Table } from '../../govuk/table.tsx';
import { paths } from '../../web/paths.ts';
import { ScrollRegion } from '../../web/scroll-region.tsx';
import { dayText } from '../rules/figure-words.ts';
import type { HeadNow } from '../rules/headship/head-now.ts';
import { countWords } from '../rules/headship/turnover-words.ts';

/** Posts that the newest extract calls vacant, or held by an acting, interim or executive head. */
export function HeadsNow({ now }: { now: readonly HeadNow[] }) {
  if (now.length === 0) {
    return (
      <p class="govuk-body">
        None of the newest extracts calls a post vacant, or names an acting, interim or executive head.
      </p>
    );
  }
  const count = (role: HeadNow['roles'][number]) => now.filter(({ roles }) => roles.includes(role)).length;
  const vacant = now.filter(({ head }) => head === null).length;
  return (
    <>
      <p class="govuk-body">
        {countWords(vacant, 'vacancy', 'vacancies')}, {count('acting')} acting, {count('interim')} interim and{' '}
        {count('executive')} executive.
      </p>
      <ScrollRegion label="Vacancies, and acting, interim and executive heads">
        <Table
          class="app-table"
          caption="Vacancies, and acting, interim and executive heads"
          captionClass="govuk-visually-hidden"
          firstCellIsHeader
          head={[{ text: 'School' }, { text: 'Post' }, { text: 'Head' }, { text: 'As at, and source' }]}
          rows={now.map(({ urn, schoolName, head, roles, asAt, source }) => [
            {
              text: (
                <a class="govuk-link" href={`${paths.school(urn)}#headteachers`}>
                  {schoolName}
                </a>
              ),
            },
            { text: head === null ? 'vacant' : roles.join(', ') },
            { text: head ?? 'nobody' },
            {
              text: (
                <a class="govuk-link" href={paths.source(source.importId, source.line)}>
                  {dayText(asAt)}, line {source.line}
                </a>
              ),
            },
          ])}
        />
      </ScrollRegion>
      <p class="app-source">
        By the newest extract that tells of each school. A job title is often left as it was when the head changes, so
        check before you act on it.
      </p>
    </>
  );
}
