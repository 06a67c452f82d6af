import { describe, expect, it } from 'vitest';
import { extractColumns, extractRow, giasExtract } from '../../../../test/factories/gias-extract.ts';
import { readPublished } from '../../../../test/published-text.ts';
import type { TargetTable } from '../tables.ts';
import { giasAll } from './gias-all.ts';

const COLUMNS_2021 = extractColumns('2021');
const COLUMNS_2026 = extractColumns('2026');

/** What an extract of these schools gives, with the rows of each table by column name. */
function read(columns: readonly string[], ...rows: ReturnType<typeof extractRow>[]) {
  const published = readPublished(giasExtract(columns, rows), 'edubasealldata20210423.csv');
  const of = (table: TargetTable) => {
    const names = Object.keys(giasAll.lists?.find((list) => list.table === table)?.fields ?? {});
    return (published.tables[table] ?? []).map((cells) =>
      Object.fromEntries(names.map((name, at) => [name, cells[at] === '\\N' ? null : (cells[at] ?? '')])),
    );
  };
  return { ...published, schools: of('school'), heads: of('head_sighting'), inspections: of('inspection') };
}

describe('the extract of all establishments', () => {
  it('has the columns of its editions', () => {
    expect([COLUMNS_2021.length, COLUMNS_2026.length]).toEqual([139, 135]);
  });

  it('gives a school, its head and its inspection', () => {
    const { layout, setAside, schools, heads, inspections } = read(COLUMNS_2021, extractRow());
    expect([layout, setAside]).toEqual(['gias-all', []]);
    expect(schools).toEqual([
      {
        urn: '100000',
        la_code: '201',
        la_name: 'City of London',
        establishment_number: '3614',
        name: 'The Aldgate School',
        phase: 'Primary',
        establishment_type: 'Voluntary aided school',
        type_group: 'Local authority maintained schools',
        mainstream: 't',
        status: 'Open',
        open_date: null,
        close_date: null,
        low_age: '3',
        high_age: '11',
        gender: 'Mixed',
        religious_character: 'Church of England',
        admissions_policy: null,
        street: "St James's Passage",
        locality: "Duke's Place",
        town: null,
        county: null,
        postcode: 'EC3A 5DE',
        website: 'www.sirjohncassprimary.org',
        telephone: '02072831147',
        head_title: 'Miss',
        head_first_name: 'Alexandra',
        head_last_name: 'Allan',
        head_job_title: 'Headteacher',
        urban_rural: '(England/Wales) Urban major conurbation',
        easting: '533498',
        northing: '181201',
        lsoa_code: 'E01032739',
        capacity: '274',
      },
    ]);
    expect(heads).toEqual([
      { urn: '100000', title: 'Miss', first_name: 'Alexandra', last_name: 'Allan', job_title: 'Headteacher' },
    ]);
    expect(inspections).toEqual([
      { urn: '100000', inspected_on: '2013-04-19', scheme: 'overall grade', outcome: 'Outstanding' },
    ]);
  });

  it('is read without the columns of Ofsted, which later editions lack', () => {
    const { layout, schools, inspections } = read(COLUMNS_2026, extractRow());
    expect(layout).toBe('gias-all');
    expect(schools).toHaveLength(1);
    expect(inspections).toEqual([]);
    const older = COLUMNS_2021.filter((column) => !column.startsWith('LSOA'));
    expect(read(older, extractRow()).schools[0]).toMatchObject({ urn: '100000', lsoa_code: null });
  });

  it('reads what GIAS writes for not known as such', () => {
    const { setAside, schools, inspections } = read(
      COLUMNS_2021,
      extractRow({
        OpenDate: '01-01-1900',
        Easting: 0,
        Northing: 0,
        'County (name)': 'Not recorded',
        OfstedLastInsp: '01-01-1900',
        StatutoryLowAge: '',
        'Gender (name)': '',
        SchoolCapacity: '',
      }),
    );
    expect(setAside).toEqual([]);
    expect(schools[0]).toMatchObject({
      open_date: null,
      easting: null,
      northing: null,
      county: null,
      low_age: null,
      gender: null,
      capacity: null,
    });
    expect(inspections).toEqual([]);
  });

  it('reads accents of Windows-1252, commas and quotation marks in cells', () => {
    const { schools } = read(
      COLUMNS_2021,
      extractRow({ EstablishmentName: 'St Thérèse\'s, the "old" school', HeadLastName: 'Brontë' }),
    );
    expect(schools[0]).toMatchObject({ name: 'St Thérèse\'s, the "old" school', head_last_name: 'Brontë' });
  });

  it.each([
    ['t', 'Academy sponsor led', 'Secondary', 'Open'],
    ['t', 'Free Schools', 'All-through', 'Open, but proposed to close'],
    ['t', 'Studio Schools', 'Middle Deemed Secondary', 'Open'],
    ['f', 'Community school', 'Primary', 'Closed'],
    ['f', 'Free schools', 'Primary', 'Proposed to open'],
    ['f', 'Local authority nursery school', 'Nursery', 'Open'],
    ['f', 'Community special school', 'Not applicable', 'Open'],
    ['f', 'Academy 16-19 converter', '16 plus', 'Open'],
    ['f', 'Other independent school', 'Not applicable', 'Open'],
    ['f', 'Free schools special', 'Not applicable', 'Open'],
    ['f', 'Online provider', 'Secondary', 'Open'],
  ])('counts as mainstream (%s): %s, %s, %s', (mainstream, type, phase, status) => {
    const { schools } = read(
      COLUMNS_2021,
      extractRow({
        'TypeOfEstablishment (name)': type,
        'PhaseOfEducation (name)': phase,
        'EstablishmentStatus (name)': status,
      }),
    );
    expect(schools[0]).toMatchObject({ mainstream, status });
  });

  it('has closed schools without a head, and passes over what is not a school in England', () => {
    const { schools, heads, passedOver } = read(
      COLUMNS_2021,
      extractRow({ 'EstablishmentStatus (name)': 'Closed', CloseDate: '31-08-2019' }),
      extractRow({ URN: 400_001, 'TypeOfEstablishment (name)': 'Welsh establishment' }),
      extractRow({ URN: 20_001, 'TypeOfEstablishment (name)': "Children's centre" }),
    );
    expect(schools.map(({ urn, close_date: closed }) => [urn, closed])).toEqual([['100000', '2019-08-31']]);
    expect(heads).toEqual([]);
    expect(passedOver).toBe(2);
  });
});
