/** Whom to show of the public directory: each part narrows, null leaves it open. */
export interface DirectoryFilter {
  /** Id of the organisation whose register they are in. */
  service: string | null;
  /** Local authority in which they work; told only of those who show their school. */
  laCode: number | null;
  field: string | null;
  role: string | null;
  /** Part of a name or of a shown school's name. */
  text: string | null;
}

/** A leader as the public sees them: what they did not consent to is null. */
export interface DirectoryLeader {
  id: string;
  name: string;
  service: string;
  /** Of a demonstration: nobody by this name is there. */
  isInvented: boolean;
  /** Codes of designations that stand. */
  roles: readonly string[];
  home: { urn: number; name: string } | null;
  fields: readonly string[] | null;
  phases: readonly string[] | null;
  contexts: readonly string[] | null;
}
