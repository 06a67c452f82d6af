import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ACADEMIES =
  '"URN","LA (code)","LA (name)","EstablishmentNumber","EstablishmentName","TypeOfEstablishment (name)","EstablishmentStatus (name)","ReasonEstablishmentOpened (name)","OpenDate","PhaseOfEducation (name)","StatutoryLowAge","StatutoryHighAge","Gender (name)","ReligiousCharacter (name)","AdmissionsPolicy (name)","Street","Locality","Town","County (name)","Postcode","SchoolWebsite","TelephoneNum","HeadTitle (name)","HeadFirstName","HeadLastName","HeadPreferredJobTitle"';
const MEMBERS = 'URN,Group UID,Group Name,Group Type,Joined date';

interface ExtractRow {
  urn: number;
  name: string;
  la?: [code: number, name: string];
  type?: string;
  /** As dd-mm-yyyy. */
  opened?: string;
  head?: string;
}

type MemberRow = [urn: number, uid: number, name: string, groupType: string, joined: string];

/** Writes an extract of open academies as at a day in the published layout, and gives its path. */
export function writeAcademies(folder: string, day: string, schools: readonly ExtractRow[]): string {
  const rows = schools.map(
    ({ urn, name, la = [821, 'Luton'], type = 'Academy converter', opened = '01-09-2012', head = 'Hill' }) =>
      `${urn},"${la[0]}","${la[1]}","4000","${name}","${type}","Open","New Provision","${opened}","Primary",4,11,"Mixed","None","","","","Luton","","LU1 1AA","","","Ms","Ann","${head}","Headteacher"`,
  );
  return write(folder, `academies-${day}.csv`, [ACADEMIES, ...rows]);
}

/** Writes a list of the members of all groups as at a day in the published layout, and gives its path. */
export function writeMembers(folder: string, day: string, members: readonly MemberRow[]): string {
  return write(folder, `members-${day}.csv`, [MEMBERS, ...members.map((row) => row.join(','))]);
}

function write(folder: string, name: string, lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}
