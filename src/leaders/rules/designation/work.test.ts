import { describe, expect, it } from 'vitest';
import { type ApplicationAtWork, workOfApplicant, workOfService } from './work.ts';

const today = '2026-11-22';
const application: ApplicationAtWork = {
  id: 'a',
  roundId: 'r',
  organisationId: 'o',
  applicant: 'Ann Day',
  school: 'Elm Primary',
  state: 'awaiting reference',
  panelOn: '2026-12-29',
  since: '2026-11-01',
  untilOn: null,
  referenceDueOn: '2026-11-22',
  seat: null,
  scored: false,
  allScored: false,
};

const keys = (change: Partial<ApplicationAtWork>, runs = true) =>
  workOfService([{ ...application, ...change }], [], { runs, today }).map(({ key }) => key);

describe('what designation asks of people', () => {
  it('is a reference once it is late, and a check of those who run rounds', () => {
    expect(keys({})).toEqual([]);
    expect(keys({ referenceDueOn: '2026-11-21' })).toEqual(['designation:a:reference']);
    expect(keys({ referenceDueOn: '2026-11-21' }, false)).toEqual([]);
    expect(keys({ state: 'eligibility check' })).toEqual(['designation:a:eligibility']);
  });

  it('is a score of each member once, and the decision of the chair when all are in', () => {
    expect(keys({ state: 'panel', seat: 'member' }, false)).toEqual(['designation:a:score']);
    expect(keys({ state: 'panel', seat: 'member', scored: true }, false)).toEqual([]);
    expect(keys({ state: 'panel', seat: 'chair', scored: true, allScored: true })).toEqual(['designation:a:decide']);
    expect(keys({ state: 'panel', seat: 'appeal' })).toEqual([]);
    expect(keys({ state: 'appeal', seat: 'appeal' })).toEqual(['designation:a:appeal']);
  });

  it('names neither applicant nor school in its title', () => {
    const review = {
      id: 'v',
      organisationId: 'o',
      leader: 'Ann Day',
      stands: 'appealed',
      since: today,
      dueOn: today,
    } as const;
    const work = workOfService([{ ...application, state: 'eligibility check' }], [review], { runs: true, today });
    expect(work).toHaveLength(2);
    for (const { title } of work) expect(title).not.toMatch(/Ann|Elm/);
  });

  it('is a draft of an applicant until the round closes', () => {
    const draft = { id: 'd', urn: 1, organisation: 'Luton', role: 'x', since: today };
    expect(workOfApplicant([{ ...draft, closesOn: today }], today)).toHaveLength(1);
    expect(workOfApplicant([{ ...draft, closesOn: '2026-11-21' }], today)).toEqual([]);
  });
});
