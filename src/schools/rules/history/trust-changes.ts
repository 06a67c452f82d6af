import type { SourceRef } from '../facts.ts';
import type { RegisterChange } from '../register-change.ts';
import { sameName } from './same-words.ts';

/** A trust that a list of members has a school in. */
export interface TrustMembership {
  uid: number;
  name: string;
  joinedOn: string | null;
  source: SourceRef;
}

/** The trusts of a school in one list of members beside those in the latest earlier one that speaks of it. */
export interface ComparedTrusts {
  urn: number;
  laCode: number;
  schoolName: string;
  now: readonly TrustMembership[];
  before: readonly TrustMembership[];
  /** Whether the earlier list names the school; else only a day of joining tells that it joined since. */
  namedBefore: boolean;
  /** ISO day of the earlier list. */
  notBefore: string;
}

/** Whether a group is a trust that answers for academies: a multi-academy or single-academy one. Sponsors and federations are not. */
export function isTrust(groupType: string): boolean {
  return /academy trust/i.test(groupType);
}

/** Schools that joined or left a trust. A trust that goes on by the same name under another number is the same. */
export function trustChanges(compared: readonly ComparedTrusts[], asAt: string): RegisterChange[] {
  return compared.flatMap(({ urn, laCode, schoolName, now, before, namedBefore, notBefore }) => {
    const joined = now.filter(
      (trust) =>
        !before.some((other) => sameTrust(trust, other)) &&
        (namedBefore || (trust.joinedOn !== null && trust.joinedOn > notBefore)),
    );
    const left = before.filter((trust) => !now.some((other) => sameTrust(trust, other)));
    const [to, from] = [namesOf(joined), namesOf(left)];
    const change = { urn, laCode, schoolName, notBefore, notAfter: asAt };
    return [
      ...left.map(({ name, source }): RegisterChange => ({
        ...change,
        kind: 'left trust',
        before: name,
        after: to,
        on: null,
        // What the later list says of the school, where it says anything.
        source: now[0]?.source ?? source,
      })),
      ...joined.map(({ name, joinedOn, source }): RegisterChange => ({
        ...change,
        kind: 'joined trust',
        before: from,
        after: name,
        on: joinedOn !== null && joinedOn > notBefore ? joinedOn : null,
        source,
      })),
    ];
  });
}

function sameTrust(one: TrustMembership, other: TrustMembership): boolean {
  return one.uid === other.uid || sameName(one.name, other.name);
}

function namesOf(trusts: readonly TrustMembership[]): string | null {
  return trusts.length === 0 ? null : trusts.map(({ name }) => name).join(', ');
}
