import { describe, expect, it } from 'vitest';
import { newsPolicy } from '../../../test/factories/news.ts';
import { NO_LONGER_LISTED, type RegisterChange } from '../../schools/rules/register-change.ts';
import { registerNews } from './register-news.ts';

function told(change: Partial<RegisterChange>) {
  return registerNews(
    {
      urn: 100_001,
      laCode: 821,
      schoolName: 'Elm School',
      kind: 'opened',
      before: null,
      after: null,
      on: null,
      notBefore: '2021-01-31',
      notAfter: '2021-09-30',
      source: { importId: 3, line: 9 },
      ...change,
    },
    newsPolicy,
  );
}

describe('news of the register', () => {
  it('tells an opening with its day and what was there before', () => {
    expect(told({ on: '2021-09-01', after: 'Academy converter', before: 'Elm School' })).toMatchObject({
      kind: 'opening',
      headline: 'Opened: Academy converter, in place of the school of the same name',
      happenedOn: '2021-09-01',
      notAfter: null,
      occasion: '2021-09-01',
    });
    expect(told({ on: '2021-09-01', before: 'Ash School' })?.headline).toBe('Opened, in place of Ash School');
  });

  it('does not take a school for new that is only new to the list', () => {
    expect(told({ on: '2012-09-01' })).toBeNull();
    expect(told({ on: null })).toBeNull();
  });

  it('tells a closure, and only of a leaving out that it is one', () => {
    expect(told({ kind: 'closed', on: '2021-08-31', after: 'Closed' })?.headline).toBe('Closed');
    expect(told({ kind: 'closed', after: NO_LONGER_LISTED })).toMatchObject({
      headline: 'No longer listed in the register of open schools',
      happenedOn: null,
      notBefore: '2021-01-31',
      notAfter: '2021-09-30',
    });
    expect(told({ kind: 'closed', on: '2015-08-31', after: 'Closed' })).toBeNull();
  });

  it('tells a move between trusts once', () => {
    const both = { before: 'Ash Trust', after: 'Oak Trust' };
    expect(told({ kind: 'joined trust', ...both })?.headline).toBe('Moved from Ash Trust to Oak Trust');
    expect(told({ kind: 'left trust', ...both })).toBeNull();
    expect(told({ kind: 'joined trust', after: 'Oak Trust' })?.headline).toBe('Joined Oak Trust');
    expect(told({ kind: 'left trust', before: 'Ash Trust' })?.headline).toBe('Left Ash Trust');
  });

  it('tells a new name, type and authority, but not another way of writing them', () => {
    expect(told({ kind: 'renamed', before: 'Elm & Ash School', after: 'ELM and Ash School' })).toBeNull();
    expect(told({ kind: 'renamed', before: 'Elm Infants', after: 'Elm School' })?.headline).toBe(
      'Has a new name: Elm School, before Elm Infants',
    );
    expect(told({ kind: 'type changed', before: 'Academy Converter', after: 'Academy converter' })).toBeNull();
    expect(told({ kind: 'authority changed', before: 'Dorset', after: 'Poole' })?.kind).toBe('authority');
  });

  it('leaves out what lies between files years apart, unless the register gives its day', () => {
    expect(told({ kind: 'renamed', before: 'A', after: 'B', notBefore: '2018-01-31' })).toBeNull();
    expect(
      told({ kind: 'joined trust', after: 'Oak Trust', on: '2021-02-01', notBefore: '2018-01-31' }),
    ).not.toBeNull();
  });
});
