import { InsetText } from '../../govuk/inset-text.tsx';
import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';
import { ResultsNotice } from '../../web/results-notice.tsx';
import type { MeasureCode } from '../../opendata/rules/measures.ts';
import type { PhaseGroup } from '../rules/facts.ts';
import { dayText } from '../rules/figure-words.ts';
import type { SchoolHeadships } from '../rules/headship/school-headships.ts';
import type { NationalFrame } from '../rules/national-frame.ts';
import { comparedPhase, isOpen, type SchoolRecord, yearsOf } from '../rules/school-record.ts';
import { SCHOOL_SECTIONS, type SchoolSection } from '../rules/school-sections.ts';
import { DeprivationTable } from './deprivation.tsx';
import { FiguresTable } from './figures-table.tsx';
import { type HeadCorrections, Headteachers } from './headteachers.tsx';
import { Inspections } from './inspections.tsx';
import { KeyFigures } from './key-figures.tsx';
import { SchoolCharts } from './school-charts.tsx';
import { SchoolIdentityList } from './school-identity.tsx';

const LISTS = [
  { id: 'inspections', title: 'Inspections' },
  { id: 'headteachers', title: 'Headteachers' },
];

const CHARTED: Readonly<Record<string, readonly MeasureCode[]>> = {
  ks2: ['ks2_rwm_expected', 'ks2_reading_progress', 'ks2_writing_progress', 'ks2_maths_progress'],
  ks4: ['ks4_progress8', 'ks4_attainment8', 'ks4_english_maths_5'],
};

interface SchoolPageProps {
  school: SchoolRecord;
  heads: SchoolHeadships;
  headCorrections: HeadCorrections | null;
  frame: NationalFrame;
}

/** Everything published about one school. */
export function SchoolPage({ school, heads, headCorrections, frame }: SchoolPageProps) {
  const { identity } = school;
  const phase = comparedPhase(identity);
  const area = frame.areas.find(({ laCode }) => laCode === identity.laCode);
  const sections = SCHOOL_SECTIONS.filter(({ measures }) => yearsOf(school.facts, measures).length > 0);
  return (
    <Page
      title={identity.name}
      caption={`${identity.establishmentType}, ${identity.laName}, URN ${identity.urn}`}
      breadcrumbs={[
        { text: 'Home', href: paths.home() },
        { text: 'Areas', href: paths.areas() },
        ...(area ? [{ text: area.name, href: paths.area(area.laCode) }] : []),
      ]}
    >
      <Closed school={school} />
      {phase && <KeyFigures school={school} frame={frame} phase={phase} />}
      <ResultsNotice />
      <div class="app-columns">
        <section aria-labelledby="identity">
          <h2 class="govuk-heading-m" id="identity">
            The school
          </h2>
          <SchoolIdentityList school={school} frame={frame} />
        </section>
        <Onwards school={school} sections={sections} />
      </div>
      {sections.map((section) => (
        <Section section={section} school={school} frame={frame} phase={phase} />
      ))}
      <section aria-labelledby="inspections">
        <h2 class="govuk-heading-m" id="inspections">
          Inspections
        </h2>
        <Inspections of={school} frame={frame} />
      </section>
      <section aria-labelledby="headteachers">
        <h2 class="govuk-heading-m" id="headteachers">
          Headteachers
        </h2>
        <Headteachers heads={heads} frame={frame} corrections={headCorrections} />
        {area && (
          <p class="govuk-body app-no-print">
            <a class="govuk-link" href={paths.areaHeads(area.laCode)}>
              How often heads change in {area.name}
            </a>
          </p>
        )}
      </section>
    </Page>
  );
}

function Closed({ school: { identity, links } }: { school: SchoolRecord }) {
  if (isOpen(identity.status)) return null;
  const successors = links.filter(({ direction }) => direction === 'successor');
  return (
    <InsetText>
      This school closed{identity.closeDate && ` on ${dayText(identity.closeDate)}`}.
      {successors.map((link) => (
        <>
          {' '}
          Its successor is{' '}
          {link.known ? (
            <a class="govuk-link" href={paths.school(link.urn)}>
              {link.name}
            </a>
          ) : (
            `${link.name} (URN ${link.urn})`
          )}
          .
        </>
      ))}
    </InsetText>
  );
}

function Onwards({ school: { identity }, sections }: { school: SchoolRecord; sections: readonly SchoolSection[] }) {
  return (
    <div class="app-stack">
      <nav class="app-panel app-no-print" aria-label="About this school">
        <ul class="govuk-list">
          {identity.mainstream && <MainstreamLinks identity={identity} />}
          <li>
            <a class="govuk-link" href={paths.schoolHistory(identity.urn)}>
              The record over time
            </a>
          </li>
        </ul>
      </nav>
      <nav class="app-no-print" aria-label="On this page">
        <h2 class="govuk-heading-s">On this page</h2>
        <ul class="govuk-list">
          {[...sections, ...LISTS].map(({ id, title }) => (
            <li>
              <a class="govuk-link" href={`#${id}`}>
                {title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}

function MainstreamLinks({ identity }: Pick<SchoolRecord, 'identity'>) {
  return (
    <>
      <li>
        <a class="govuk-link" href={paths.similarSchools(identity.urn)}>
          Similar schools, and which do better
        </a>
      </li>
      <li>
        <a class="govuk-link" href={paths.need(identity.urn)}>
          Need: category and reasons
        </a>
      </li>
      <li>
        <a class="govuk-link" href={paths.plan(identity.laCode)}>
          Plan for {identity.laName}
        </a>
      </li>
      <li>
        <a class="govuk-link" href={paths.compare([identity.urn])}>
          Compare with other schools
        </a>
      </li>
    </>
  );
}

interface SectionProps {
  section: SchoolSection;
  school: SchoolRecord;
  frame: NationalFrame;
  phase: PhaseGroup | null;
}

function Section({ section, school, frame, phase }: SectionProps) {
  const { laCode, laName, name } = school.identity;
  const charted = phase === null ? undefined : CHARTED[section.id];
  const table = (
    <div>
      <FiguresTable
        caption={`${section.title}: ${name}`}
        measures={section.measures}
        years={yearsOf(school.facts, section.measures)}
        facts={school.facts}
        frame={frame}
        comparison={section.compared && phase ? { frame, laCode, laName, phase } : null}
      />
      {section.id === 'context' && <DeprivationTable school={school} frame={frame} phase={phase} />}
    </div>
  );
  return (
    <section aria-labelledby={section.id}>
      <h2 class="govuk-heading-m" id={section.id}>
        {section.title}
      </h2>
      {section.note && <p class="govuk-body">{section.note}</p>}
      {charted && phase ? (
        <div class="app-columns">
          {table}
          <SchoolCharts school={school} frame={frame} phase={phase} measures={charted} />
        </div>
      ) : (
        table
      )}
    </section>
  );
}
