/** A local authority by the Department's code and its name. */
interface Authority {
  code: number;
  name: string;
}

/** One authority that ended, and those that took its schools. */
export interface AuthorityChange {
  /** ISO day: the first of the authorities that followed. */
  on: string;
  from: Authority;
  to: readonly Authority[];
  source: string;
}

/** The changes as they stand on a day. */
export interface AuthorityHistory {
  past: readonly AuthorityChange[];
  /** Until then the old authority stands. */
  toCome: readonly AuthorityChange[];
}

/** The changes up to a day (ISO), and those after it. */
export function historyOn(changes: readonly AuthorityChange[], day: string): AuthorityHistory {
  return { past: changes.filter(({ on }) => on <= day), toCome: changes.filter(({ on }) => on > day) };
}

/** The change that ended the authority with this code; undefined while it stands. */
export function endOf(changes: readonly AuthorityChange[], code: number): AuthorityChange | undefined {
  return changes.find(({ from }) => from.code === code);
}

/**
 * The authorities whose schools had this code before, over as many changes as there were; none while it stands. An old file
 * does not say which of them a school went to: its establishment number, kept through the change, does.
 */
export function authoritiesAfter(changes: readonly AuthorityChange[], code: number): Authority[] {
  const after = endOf(changes, code)?.to ?? [];
  return after.flatMap((authority) => {
    const later = authoritiesAfter(
      changes.filter(({ from }) => from.code !== code),
      authority.code,
    );
    return later.length === 0 ? [authority] : later;
  });
}

/** The authorities whose schools an authority takes over when it begins; none where no change tells of its beginning. */
export function authoritiesBefore(changes: readonly AuthorityChange[], code: number): Authority[] {
  return changes.filter(({ to }) => to.some((begun) => begun.code === code)).map(({ from }) => from);
}
