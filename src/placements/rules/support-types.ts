/** The kinds of help that a placement can be: a file in policies/placements/. */
export interface SupportTypes {
  title: string;
  validFrom: string;
  validTo: string | null;
  source: string;
  types: readonly { code: string; label: string }[];
}

/** The kind of help in words; its code where the policy of the day no longer knows it. */
export function supportTypeLabel({ types }: Pick<SupportTypes, 'types'>, code: string): string {
  return types.find((type) => type.code === code)?.label ?? code;
}
