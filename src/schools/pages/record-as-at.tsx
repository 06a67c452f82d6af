import type { ComponentChildren } from 'preact';
import { InsetText } from '../../govuk/inset-text.tsx';
import { Table } from '../../govuk/table.tsx';
import { ScrollRegion } from '../../web/scroll-region.tsx';
import { dayText } from '../rules/figure-words.ts';
import type { SourceRef } from '../rules/facts.ts';
import type { SchoolAsAt } from '../rules/history/school-as-at.ts';
import { standingWords } from '../rules/history/standing-words.ts';
import type { NationalFrame } from '../rules/national-frame.ts';
import { yearsOf } from '../rules/school-record.ts';
import { SCHOOL_SECTIONS } from '../rules/school-sections.ts';
import { FiguresTable } from './figures-table.tsx';
import { Inspections } from './inspections.tsx';
import { FileLink } from './timeline.tsx';

/** A school as the published files have it on a day, each fact with the file that says so. */
export function RecordAsAt({ record, frame }: { record: SchoolAsAt; frame: NationalFrame }) {
  const { standing, day, firstKnownOn, figures, inspections, schemes } = record;
  const sections = SCHOOL_SECTIONS.filter(({ measures }) => yearsOf(figures, measures).length > 0);
  return (
    <>
      <InsetText>
        {standingWords(standing)}.
        {firstKnownOn > day && ` First known on ${dayText(firstKnownOn)}: no register held here is of an earlier day.`}
      </InsetText>
      <section aria-labelledby="facts">
        <h2 class="govuk-heading-m" id="facts">
          The school
        </h2>
        <Facts record={record} frame={frame} />
      </section>
      <section aria-labelledby="inspections">
        <h2 class="govuk-heading-m" id="inspections">
          Inspections
        </h2>
        <Inspections of={{ inspections, schemes, asAt: day }} frame={frame} />
      </section>
      {sections.map(({ id, title, measures }) => (
        <section aria-labelledby={id}>
          <h2 class="govuk-heading-m" id={id}>
            {title}
          </h2>
          <FiguresTable
            caption={`${title}, of years that had ended by ${dayText(day)}`}
            measures={measures}
            years={yearsOf(figures, measures)}
            facts={figures}
            frame={frame}
            comparison={null}
          />
        </section>
      ))}
      {sections.length === 0 && (
        <p class="govuk-body">No figures are held of a year that had ended by {dayText(day)}.</p>
      )}
    </>
  );
}

interface Row {
  label: string;
  text: ComponentChildren;
  source: SourceRef | null;
}

function Facts({ record, frame }: { record: SchoolAsAt; frame: NationalFrame }) {
  const rows: Row[] = [
    ...record.facts.map(({ label, told, firstKnownOn }) => ({
      label,
      text: told ? (told.value === null ? blank : valueText(told.value)) : notYet(firstKnownOn),
      source: told?.source ?? null,
    })),
    {
      label: 'Head as published',
      text: record.head ? (record.head.value ?? blank) : notYet(record.headFirstKnownOn),
      source: record.head?.source ?? null,
    },
    ...groupRows(record),
    ...record.links.map(({ linkType, name, urn, establishedOn, source }) => ({
      label: linkType,
      text: `${name} (URN ${urn})${establishedOn ? `, ${dayText(establishedOn)}` : ''}`,
      source,
    })),
  ];
  return (
    <ScrollRegion label="The school on that day">
      <Table
        class="app-table"
        caption={`The school as at ${dayText(record.day)}`}
        captionClass="govuk-visually-hidden"
        head={[{ text: 'Fact' }, { text: 'As published' }, { text: 'Source' }]}
        firstCellIsHeader
        rows={rows.map(({ label, text, source }) => [
          { text: label },
          { text },
          { text: source ? <FileLink source={source} frame={frame} /> : '' },
        ])}
      />
    </ScrollRegion>
  );
}

function groupRows({ groups: { members, asAt, fromLater } }: SchoolAsAt): Row[] {
  if (members.length === 0) {
    const text = asAt === null || fromLater ? notYet(asAt) : `none, by the list as at ${dayText(asAt)}`;
    return [{ label: 'Trust or federation', text, source: null }];
  }
  return members.map(({ groupType, name, joinedOn, source }) => ({
    label: groupType,
    text: `${name}${joinedOn ? ` since ${dayText(joinedOn)}` : ''}${fromLater ? ', by a list of a later day' : ''}`,
    source,
  }));
}

const blank = <span class="app-missing">not given in the register</span>;

function notYet(firstKnownOn: string | null) {
  return (
    <span class="app-missing">
      {firstKnownOn === null ? 'no file held tells this' : `first known on ${dayText(firstKnownOn)}`}
    </span>
  );
}

function valueText(value: string): string {
  return /^\d{4}-\d\d-\d\d$/.test(value) ? dayText(value) : value;
}
