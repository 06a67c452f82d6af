import { paths } from '../../web/paths.ts';
import type { NeedPolicy } from '../rules/need-policy.ts';
import type { NeedService } from '../rules/need-service.ts';
import { ownPackIdIn } from '../rules/own-pack.ts';

/** The pack that a page was read under. */
export interface NeedPackShown {
  policy: NeedPolicy;
  owner?: NeedService;
}

/** Where the pack is explained, for those of the service whose own it is; England's is on the page of England. */
export function packAddress({ policy, owner }: NeedPackShown): string {
  const own = ownPackIdIn(policy.id);
  return own === null || owner === undefined ? `${paths.needOfEngland()}#policy` : paths.needPack(owner.id, own);
}

/** The name that a pack is kept under, for those who look it up. */
export function PackFile({ policy, owner }: NeedPackShown) {
  return owner === undefined ? <>policies/need/{policy.id}.json</> : <>a pack of {owner.name}</>;
}
