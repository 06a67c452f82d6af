import type { Context } from 'hono';
import { interestPolicyKind } from '../../../leaders/schema/interest-policy.ts';
import { supportPolicyKind } from '../../../leaders/schema/support-policy.ts';
import { LEAD } from '../../../leaders/rules/support-policy.ts';
import { supportWords } from '../../../matching/rules/support-policy.ts';
import { londonIsoDay } from '../../../opendata/rules/london-time.ts';
import { policyAsAt } from '../../../policies.ts';
import { paths } from '../../../web/paths.ts';
import type { OfferLinks } from '../../commands/offer/offer-letters.ts';
import { offerPolicyKind } from '../../schema/offer/offer-policy.ts';
import { supportTypesKind } from '../../schema/support-types.ts';

/** The ISO day in London. */
export function today(): string {
  return londonIsoDay(new Date());
}

/** How offers are answered, by the policy of today. */
export function offerPolicyOfToday() {
  return policyAsAt(offerPolicyKind, today());
}

/** Kinds of interest, by the policy of today. */
export function interestPolicyOfToday() {
  return policyAsAt(interestPolicyKind, today());
}

/** What can be asked for: kinds of help, and who gives it. */
export function helpToAskFor(): {
  types: readonly { code: string; label: string }[];
  supports: { code: string; label: string }[];
} {
  const policy = policyAsAt(supportPolicyKind, today());
  return {
    types: policyAsAt(supportTypesKind, today()).types,
    supports: [LEAD, ...policy.fields.map(({ code }) => code)].map((code) => ({
      code,
      label: capital(supportWords(policy, code)),
    })),
  };
}

/** Where letters lead, at the address of this site. */
export function linksOf(c: Context): OfferLinks {
  return offerLinks(c.get('site').siteUrl);
}

/** Where letters lead. */
export function offerLinks(siteUrl: string): OfferLinks {
  return {
    private: (kind, token) => siteUrl + paths.offerLink(kind, token),
    offers: (placementId) => siteUrl + paths.placementPage(placementId, 'offers'),
    placement: (placementId) => siteUrl + paths.placement(placementId),
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
