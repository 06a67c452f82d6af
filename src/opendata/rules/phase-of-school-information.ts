/** What the school information file says of whom a school teaches. Ages are NaN or 0 when it leaves them out. */
export interface WhomItTeaches {
  group: string;
  primary: boolean;
  secondary: boolean;
  post16: boolean;
  lowAge: number;
  highAge: number;
}

/**
 * The GIAS phase of a school that only the school information file names. GIAS gives special and independent schools
 * the phase "Not applicable" whatever ages they teach, so this does too. A middle school starts at 8 or later and ends
 * by 14; it is deemed what most of its years are, and secondary when they are equal, as 9 to 13 is
 * (Education (Middle School) (England) Regulations 2002).
 */
export function phaseOfSchoolInformation(school: WhomItTeaches): string {
  if (school.group !== 'Maintained school' && school.group !== 'Academy' && school.group !== 'College')
    return 'Not applicable';
  if (school.primary && school.secondary) {
    if (school.lowAge >= 8 && school.highAge <= 14) {
      return 11 - school.lowAge > school.highAge - 11 ? 'Middle deemed primary' : 'Middle deemed secondary';
    }
    return school.lowAge >= 10 ? 'Secondary' : 'All-through';
  }
  if (school.primary) return 'Primary';
  if (school.secondary) return 'Secondary';
  return school.post16 ? '16 plus' : 'Not applicable';
}
