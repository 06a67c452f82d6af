/** Something that needs a person now, or is late. Rooms make them; "my work", the weekly letter and reminders read them. */
export interface WorkItem {
  /** Stays the same while the thing is to be done, and belongs to nothing else: "placement:<id>:agreement.sign". */
  key: string;
  /** What to do, in words that may stand in a letter: it never names what is confidential. */
  title: string;
  /** Path of the page on which it is done. */
  href: string;
  /** ISO day by which it is asked for. */
  due: string | null;
  /** ISO day since which it waits. */
  since: string | null;
  /** Whom or what it concerns: "Stopsley Primary". */
  about: string;
  /** The kind of work, as people would filter it: "Planning". */
  kind: string;
}

/** Work in the groups in which it is shown, each with the most pressing first. */
export interface GroupedWork {
  late: WorkItem[];
  soon: WorkItem[];
  later: WorkItem[];
  noDay: WorkItem[];
}

/** How many days count as soon. */
export const SOON_DAYS = 7;
