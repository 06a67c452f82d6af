import { describe, expect, it } from 'vitest';
import { assessing, policy } from '../../../test/factories/assessing.ts';
import { inspected, ks2Progress, schoolWith } from '../../../test/factories/school-facts.ts';
import { renderPage } from '../../web/render.tsx';
import { assess } from '../rules/assess.ts';
import { decided } from '../rules/decision.ts';
import { type NeedViewer, SchoolNeedPage } from './school-need.tsx';

const FILES = new Map([
  [1, { title: 'Performance tables: key stage 2, 2018-19', stage: 'final' as const }],
  [2, { title: 'Inspection reports', stage: 'register' as const }],
]);

const BROKER: NeedViewer = { isSchool: false, moderates: true, enters: true, comments: true, readsArea: true };
const HEAD: NeedViewer = { isSchool: true, moderates: false, enters: false, comments: true, readsArea: false };

function pageOf(school: ReturnType<typeof schoolWith>, viewer = BROKER): string {
  const source = { importId: 3, line: 40 };
  const old = { known: true, why: null, generation: 1, source, until: '2021-09-01' };
  const predecessors = [
    { ...old, urn: 100_900, name: 'Old Elm School', kind: 'conversion', counted: true, because: null },
    {
      ...old,
      urn: 100_901,
      name: 'Ash School',
      known: false,
      kind: 'merger',
      counted: false,
      because: 'it was one of several schools that became one',
    },
  ] as const;
  return renderPage(
    <SchoolNeedPage
      hidden={null}
      need={{ ...school, ...decided(assess(school, assessing), null) }}
      pack={{ policy }}
      service={null}
      services={[]}
      files={FILES}
      predecessors={predecessors}
      eligibility={[]}
      record={{ decisions: [], comments: [] }}
      entries={[]}
      viewer={viewer}
      done={null}
      comment={null}
    />,
  );
}

const text = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

describe('the page of a school in need', () => {
  const html = pageOf(
    schoolWith(
      { ...ks2Progress(2018, -6, 0, -3), 'ks2_pupils:2017': 40 },
      { name: 'Elm & Oak School', inspections: [inspected('2021-07-01', 'Inadequate')] },
    ),
  );
  const words = text(html);

  it('says its category, why, and that a person decides', () => {
    expect(words).toContain('Category D Intensive support and challenge');
    expect(words).toContain('Category D: 56 points, and it begins at 40.');
    expect(words).toContain('A person decides; what is worked out is a proposal from published data.');
    expect(words).toContain('The newest published results are 2018-19');
  });

  it('gives every number of the picture in words', () => {
    expect(html).toMatch(/<svg class="app-chart"[^>]* aria-hidden="true"/);
    expect(words).toContain('Reading progress, 2018-19 -6.0 Likely range (95%) -7.9 to -4.1 Line -5.0');
    expect(words).toContain('Chance of truly being below the line 85%');
  });

  it('puts the indicator with most points first, and those not known apart', () => {
    const order = [
      'What calls for help',
      'Latest inspection',
      'Progress',
      'What was not known',
      'Attainment',
      'not raised',
    ];
    const places = order.map((part) => words.indexOf(part));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(Math.min(...places)).toBeGreaterThan(0);
  });

  it('links every figure to the line it came from', () => {
    expect(html).toContain('href="/sources/2?line=7"');
    expect(words).toContain('Performance tables: key stage 2, 2018-19 (final), line 2');
  });

  it('names the policy, its dates and its file', () => {
    expect(words).toContain(
      '“Which schools come first: England, school year 2021-22”, in force from 1 September 2021, until 1 July 2022 (policies/need/england-2022.json)',
    );
  });

  it('leads on to similar schools, the plan and the area', () => {
    for (const address of ['/schools/100001/similar', '/plan/821', '/areas/821/need', '/schools/100001']) {
      expect(html).toContain(`href="${address}"`);
    }
  });

  it('leads a head nowhere that shows other schools, and offers no decision', () => {
    const own = pageOf(schoolWith(), HEAD);
    expect(own).not.toMatch(/href="\/(plan\/|areas\/821\/need)/);
    expect(own).not.toContain('Confirm or change');
    expect(own).toContain('action="/schools/100001/need/comments"');
  });

  it('has no style attribute, which the content security policy would refuse, and escapes names', () => {
    expect(html).not.toMatch(/ style="/);
    expect(html).toContain('Elm &amp; Oak School: need for help');
  });
});

describe('the page of a school of which nothing is known', () => {
  const words = text(pageOf(schoolWith()));

  it('does not take silence for a clean bill', () => {
    expect(words).toContain('this is not a finding that all is well');
    expect(words).toContain('No indicator is raised.');
    expect(words).toContain('Nothing is scored for what is missing');
    expect(words).toMatch(
      /the record counts of Old Elm School \(URN 100900\) , until 1 September 2021 ?\. What was published under Ash School \(URN 100901\), until 1 September 2021 \(it was one of several schools that became one\) is not counted here/,
    );
    expect(words).not.toContain('undefined');
  });
});
