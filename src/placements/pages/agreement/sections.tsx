import { SummaryList } from '../../../govuk/summary-list.tsx';
import { paths } from '../../../web/paths.ts';
import { type AgreementSection, sectionsOf } from '../../rules/agreement/sections.ts';
import type { AgreementContent } from '../../rules/agreement/content.ts';

interface AgreementSectionsProps {
  content: AgreementContent;
  /** The placement whose draft it is, where the reader may change it; null leaves the links out. */
  changes: string | null;
  /** Of the headings. */
  level?: 'h2' | 'h3';
}

/** An agreement in words, part by part. What is not said yet says so. */
export function AgreementSections({ content, changes, level: Heading = 'h3' }: AgreementSectionsProps) {
  return (
    <>
      {sectionsOf(content).map((section) => (
        <section>
          <Heading class="govuk-heading-s">
            {section.title}
            {changes !== null && (
              <>
                {' '}
                <a class="govuk-link app-no-print" href={changeOf(changes, section)}>
                  Change<span class="govuk-visually-hidden"> {section.title}</span>
                </a>
              </>
            )}
          </Heading>
          <SummaryList
            rows={section.rows.map(({ name, value }) => ({
              key: { text: name },
              value: { text: value === '' ? 'Not said yet' : value, class: 'app-letter' },
            }))}
          />
        </section>
      ))}
    </>
  );
}

function changeOf(placementId: string, { key, part }: AgreementSection): string {
  if (part !== 'objectives') return paths.agreementPage(placementId, `parts/${part}`);
  return paths.agreementPage(placementId, 'objective', { key: key.replace('objective ', '') });
}
