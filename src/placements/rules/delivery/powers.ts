/** One step that a body may take, and what must come before it. */
export interface Power {
  code: string;
  label: string;
  means: string;
  /** Codes of which each must have been used before. */
  after: readonly string[];
  /** Whether a judgement that the school requires significant improvement or special measures opens it too. */
  orCategory: boolean;
}

/** What one kind of service may do towards one kind of school. */
export interface PowerSet {
  service: 'local authority' | 'trust' | 'hub';
  school: 'maintained' | 'academy';
  says: string;
  powers: readonly Power[];
}

export interface PowersPolicy {
  title: string;
  validFrom: string;
  validTo: string | null;
  source: string;
  sets: readonly PowerSet[];
}

/** The powers that a service really has over a school. The schema sees that every pair has a set. */
export function powersOf(
  { sets }: Pick<PowersPolicy, 'sets'>,
  service: PowerSet['service'],
  school: PowerSet['school'],
): PowerSet {
  return sets.find((set) => set.service === service && set.school === school)!;
}

/** Why a power cannot be used yet, in words; null when it can. `used` are the codes used so far, in any order. */
export function whyNotYet(
  { powers }: Pick<PowerSet, 'powers'>,
  power: Power,
  used: readonly string[],
  inCategory: boolean,
): string | null {
  if (power.orCategory && inCategory) return null;
  const before = power.after.filter((code) => !used.includes(code));
  if (before.length === 0) return null;
  const labels = before.map((code) => powers.find((one) => one.code === code)?.label ?? code).join(' and ');
  const or = power.orCategory
    ? ', unless the school was judged to require significant improvement or special measures'
    : '';
  return `${labels} must come first${or}`;
}
