import { describe, expect, it } from 'vitest';
import { readPublished } from '../../../../test/published-text.ts';

// Excerpts of the published files, header and rows as they stand there.

const MI = `URN,Laestab,School name,Ofsted Region,Government Office Region,Local Authority,Parliamentary Constituency,Type of school,Postcode,Ofsted Phase,Total pupils,Latest inspection date,Overall effectiveness: how good is the school,Effectiveness of the sixth form provision,Effectiveness of the Early Years provision,Achievement of pupils,How well do learners achieve?,The quality of teaching,Behaviour and safety of pupils,Leadership and management,Category,Previous inspection date,previous overall effectiveness,Previous category
108129,3837068,"Elmete Wood - BESD SILC (Behaviour, Emotional, Social Difficulties Specialist Learning Centre)","North East, Yorkshire and Humber",Yorkshire and the Humber,Leeds,Leeds North East,Community Special School,LS8 2LJ,Special,97,2014-09-18,4,9,9,4,9,4,4,4,SM ,2012-09-26,4,SWK
107644,3822073,Marsden Infant and Nursery School,"North East, Yorkshire and Humber",Yorkshire and the Humber,Kirklees,Colne Valley,Community School,HD7 6BN,Primary,215,2013-05-16,3,9,9,3,9,3,2,3,,2012-03-08,4,NTI
107436,3805205,Oakworth Primary School,"North East, Yorkshire and Humber",Yorkshire and the Humber,Bradford,Keighley,Foundation School,BD22 7HX,Primary,465,2007-01-16,1,9,1,9,1,1,1,1,,,,
115847,8501115,The Forest Education Centre,South East,South East,Hampshire,New Forest East,Pupil Referral Unit,SO45 5UG,PRU,3,2013-05-22,2,9,9,2,9,2,1,2,,2009-09-17,3,
`;

/** Day and outcome of each inspection. */
const inspections = (text: string) =>
  (readPublished(text).tables.inspection ?? []).map(([urn, day, , outcome]) => `${urn} ${day} ${outcome}`);

describe('management information of the years of overall grades', () => {
  it('gives the latest and the previous inspection of a school in the words of their time', () => {
    expect(readPublished(MI).layout).toBe('ofsted-mi');
    expect(inspections(MI)).toEqual([
      '108129 2014-09-18 Special measures',
      '108129 2012-09-26 Serious weaknesses',
      '107644 2013-05-16 Requires improvement',
      '107644 2012-03-08 Inadequate',
      '107436 2007-01-16 Outstanding',
      '115847 2013-05-22 Good',
      '115847 2009-09-17 Satisfactory',
    ]);
  });

  it('reads dates with the day first, takes 9 for no grade, and does not tell one inspection twice', () => {
    const row = MI.split('\n')[4] ?? '';
    const changed = row.replace('2013-05-22,2,', '22/05/2013,9,').replace('2009-09-17', '22/05/2013');
    expect(inspections(`${MI.split('\n')[0]}\n${changed}\n`)).toEqual([]);
  });

  it('sets a grade aside that Ofsted does not give', () => {
    expect(readPublished(MI.replace('2007-01-16,1,', '2007-01-16,7,')).setAside).toMatchObject([
      { line: 4, field: 'Overall effectiveness: how good is the school', value: '7 2007-01-16 ' },
    ]);
  });
});

describe('schools with their latest inspection', () => {
  it('gives the inspection, and nothing for a school never inspected', () => {
    const text = `URN,Name,Street,City,Postcode,Status,Rating,Inspect Date,Date Opened,Date Closed,Type,Primary,Secondary,Post 16,Age From,Age To,Gender,Gender Post 16,Religion,Other URN,Local Authority
100001,City of London School for Girls,St Giles' Terrace,London,EC2Y 8BB,1,,,,,Independent School,1,1,1,7,18,Girls,Girls,None,,201
101572,St Nicholas School,22 Salmon Street,London,NW9 8PN,1,Satisfactory,20090304,,,Independent School,1,0,0,0,11,Mixed,Mixed,None,,304
`;
    expect(readPublished(text).layout).toBe('school-details');
    expect(inspections(text)).toEqual(['101572 2009-03-04 Satisfactory']);
  });
});
