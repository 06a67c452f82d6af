/** The name fields of a school's head, as one extract has them. */
export interface HeadFields {
  title: string | null;
  firstName: string | null;
  lastName: string | null;
  jobTitle: string | null;
}

/** What kind of headship the fields speak of, beyond plain headship. */
export type HeadRole = 'acting' | 'interim' | 'executive' | 'co-head' | 'head of school';

/** One person named as head. */
export interface HeadPerson {
  /** First names or initials as published, without title; '' when none is given. */
  first: string;
  /** Surname as published; '' when none is given. */
  last: string;
  /** What the title says of the person's sex; null when nothing. */
  sex: 'man' | 'woman' | null;
  /** An earlier surname that the fields give in brackets. */
  formerly: string | null;
}

/** Whom the fields name. `vacant`: the fields say that nobody is head; `not told`: they say nothing. */
export interface HeadsNamed {
  kind: 'people' | 'vacant' | 'not told';
  people: readonly HeadPerson[];
  roles: readonly HeadRole[];
}

/** A person's name as people read it. */
export function nameOf({ first, last }: HeadPerson): string {
  return [first, last].filter((part) => part !== '').join(' ');
}

/** The name fields as they are published, with the title; or that they name nobody. */
export function nameOfFields({ title, firstName, lastName }: HeadFields): string {
  const name = [title, firstName, lastName].filter(Boolean).join(' ');
  return name === '' ? 'Nobody' : name;
}
