import { describe, expect, it } from 'vitest';
import { readPublished } from '../../../../test/published-text.ts';

// Excerpts of the published files, header and rows as they stand there.

const ACADEMIES =
  '"URN","LA (code)","LA (name)","EstablishmentNumber","EstablishmentName","TypeOfEstablishment (name)","EstablishmentStatus (name)","ReasonEstablishmentOpened (name)","OpenDate","PhaseOfEducation (name)","StatutoryLowAge","StatutoryHighAge","Boarders (name)","OfficialSixthForm (name)","Gender (name)","ReligiousCharacter (name)","AdmissionsPolicy (name)","UKPRN","Street","Locality","Address3","Town","County (name)","Postcode","SchoolWebsite","TelephoneNum","FaxNum","HeadTitle (name)","HeadFirstName","HeadLastName","HeadPreferredJobTitle","GOR (name)","ParliamentaryConstituency (code)","ParliamentaryConstituency (name)"';
const SAMPLE =
  'URN,LAId,LAName,RegionId,RegionName,EstablishmentName,EstablishmentNumber,TrustsId,TrustName,AdmissionsPolicyId,AdmissionsPolicyName,DistrictAdministrativeId,DistrictAdministrativeName,PhaseOfEducationId,PhaseOfEducationName,GenderId,GenderName,ReligiousCharacterId,ReligiousCharacterName,TelephoneNum,TotalCapacity,TotalPupils,TypeOfEstablishmentId,TypeOfEstablishmentName,EstablishmentTypeGroupId,EstablishmentTypeGroupName,ResourcedProvisionId,ResourcedProvisionName,NurseryProvisionName,OfficialSixthFormId,OfficialSixthFormName,TrustSchoolFlagId,TrustSchoolFlagName,UKPRN,Street,Locality,Address3,Town,County,Postcode,HeadTitle,HeadFirstName,HeadLastName,HeadPreferredJobTitle,UrbanRuralId,UrbanRuralName,Website,Easting,Northing,AgeRangeLow,AgeRangeHigh';

describe('heads in extracts', () => {
  it('are read from the academies extract, in Windows-1252', () => {
    const row =
      '101857,"341","Liverpool","6905","The Academy of St Francis of Assisi","Academy Sponsor Led","Open","New Provision","01-09-2005","Secondary",11,18,"No Boarders","Has a sixth form","Mixed","Church of England/Christian","Comprehensive",10017852,"Gardners Drive","Kensington","","Liverpool","Merseyside","L6 7UR","http://www.asfaonline.org/","01512607600","01512609222","","Zoë","McNiffe","Principal","North West","E14000796","Liverpool, West Derby"';
    const published = readPublished(Buffer.from(`${ACADEMIES}\r\n${row}\r\n`, 'latin1'));
    expect(published.layout).toBe('gias-academies');
    expect(published.tables.head_sighting).toEqual([['101857', '\\N', 'Zoë', 'McNiffe', 'Principal', '7', '2']]);
  });

  it('are read from the sample of school profiles, and a school without a name has a row', () => {
    const row =
      '143291,929,Northumberland,A,North East,Queen Elizabeth High School,4417,16319,HADRIAN LEARNING TRUST,4,Non-selective,E06000057,Northumberland,4,Secondary,3,Mixed,0,Does not apply,01434610300,1308,1304,34,Academy converter,10,Academies,,,No Nursery Classes,1,Has a sixth form,3,Supported by a multi-academy trust,10057640,Whetstone Bridge Road,,,Hexham,Northumberland,NE46 3JB,,,,Headteacher,UN1,Urban: Nearer to a major town or city,http://www.qehs.net,392556,563954,13,18';
    const published = readPublished(`${SAMPLE}\n${row}\n`);
    expect(published.layout).toBe('gias-sample-open');
    expect(published.tables.head_sighting).toEqual([['143291', '\\N', '\\N', '\\N', 'Headteacher', '7', '2']]);
  });
});
