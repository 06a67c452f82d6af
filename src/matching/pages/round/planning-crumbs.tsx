import { paths } from '../../../web/paths.ts';
import type { PlanningRound } from '../../rules/round/round.ts';

export interface Organisation {
  id: string;
  name: string;
}

/** Where a page of a planning round stands. */
export function planningCrumbs({ id }: Organisation, round?: Pick<PlanningRound, 'id' | 'title'>) {
  return [
    { text: 'Home', href: paths.home() },
    { text: 'Planning rounds', href: paths.planningRounds(id) },
    ...(round === undefined ? [] : [{ text: round.title, href: paths.planningRound(id, round.id) }]),
  ];
}
