/** What is held about a person: one section for each kind of record, its records with columns named in plain words. */
export type OwnData = { title: string; records: Record<string, unknown>[] }[];

/** The copy that a person takes away: what it is, of whom, when it was made, and every record. */
export function ownDataFile(
  person: { id: string; name: string },
  { sections, trail }: { sections: OwnData; trail: Record<string, unknown>[] },
  madeAt: Date,
): Record<string, unknown> {
  return {
    what: 'A copy of everything that Alongside holds about one person. Times are in UTC.',
    person: person.id,
    name: person.name,
    made: madeAt.toISOString(),
    ...Object.fromEntries(sections.map(({ title, records }) => [title, records])),
    'What you did (audit trail)': trail,
  };
}
