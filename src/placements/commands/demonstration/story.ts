import type { PlacementPart } from '../../../access/placement-parts.ts';
import type { SiteSecret } from '../../../access/secret.ts';
import { storyDay, storyMoment } from '../../rules/demonstration/story.ts';
import type { AgreementPolicy } from '../../rules/agreement/agreement-policy.ts';
import type { BillingPolicy } from '../../rules/money/billing-policy.ts';
import type { PlacementState } from '../../rules/states.ts';
import type { DemonstrationYear, StoryHelp, StoryPlacement } from '../../schema/demonstration/demonstration-year.ts';
import { type Cast, partsIn, type Player } from './cast.ts';
import type { StoryRows } from './story-rows.ts';

/** The policies by which a year is told. */
export interface StoryPolicies {
  agreement: AgreementPolicy;
  billing: BillingPolicy;
  /** Ids of the policies that records name. */
  life: { id: string };
  delivery: { id: string };
}

/** What every part of a year is told with. */
export interface Telling {
  year: DemonstrationYear;
  cast: Cast;
  rows: StoryRows;
  policies: StoryPolicies;
  /** What a kind of help is called. */
  helpWords: (type: string, support: string) => string;
  secret: SiteSecret;
  /** ISO day so many days from the one on which the year is told, never on a weekend. */
  day: (offset: number) => string;
  /** A moment of that day; moments asked for later come later. */
  moment: (offset: number) => Date;
  /** The leaders' ids in the register, by their name in the file. */
  leaders: Map<string, string>;
}

/** One placement as it is told. */
export interface Told {
  id: string;
  of: { placement_id: string; organisation_id: string };
  /** "2026-014". */
  reference: string;
  story: StoryPlacement;
  help: StoryHelp;
  /** Day offset from which it was in a state; undefined where it never was. */
  since: (state: PlacementState) => number | undefined;
  parts: Partial<Record<PlacementPart, Player>>;
  /** Whoever has a part; throws where the file leaves nobody for it. */
  player: (part: PlacementPart) => Player;
  /** The agreement that all have signed or that is being signed. */
  versionId: string;
}

/** Days and moments from a day. */
export function clockFrom(today: string): Pick<Telling, 'day' | 'moment'> {
  let minutes = 0;
  return {
    day: (offset) => storyDay(today, offset),
    moment: (offset) => storyMoment(storyDay(today, offset), minutes++ % 400),
  };
}

/** A placement of the year with its people. */
export function toldOf(
  { year, cast }: Pick<Telling, 'year' | 'cast'>,
  story: StoryPlacement,
  ids: Pick<Told, 'id' | 'versionId' | 'reference'>,
): Told {
  const parts = partsIn(cast, year, story);
  const days = new Map(story.life);
  return {
    ...ids,
    of: { placement_id: ids.id, organisation_id: cast.service.id },
    story,
    help: year.helps[story.help]!,
    since: (state) => days.get(state),
    parts,
    player: (part) => {
      const player = parts[part];
      if (player === undefined) throw new Error(`Nobody is the ${part} of ${story.reference}`);
      return player;
    },
  };
}

/** Who made a row of the work of a placement, and when. */
export function madeBy(player: Player, at: Date): { made_by: string; made_in_role: string; made_at: Date } {
  return { made_by: player.id, made_in_role: player.role, made_at: at };
}
