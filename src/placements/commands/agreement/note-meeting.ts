import type { Kysely } from 'kysely';
import { writeAs, type Written } from '../../../access/scoped.ts';
import type { Scope } from '../../../access/scope.ts';
import type { Database } from '../../../db/schema.ts';
import type { noteMeeting } from '../../policy/agreement.ts';
import { readMeetings } from '../../queries/agreement/meetings.ts';
import { placementIdOf } from '../../queries/placement.ts';
import { NEGOTIATED_IN } from '../../rules/agreement/signing.ts';
import type { MeetingNotes } from '../../schema/agreement/meeting-form.ts';
import { notePlacementEvent } from '../change-placement.ts';
import { heldPlacement } from './held-placement.ts';

export type MeetingResult = { ok: true } | { ok: false; reason: 'not now' };

/** Notes a contracting meeting. A later note takes the place of an earlier one, which stays in the record; the same note twice is one. */
export function noteContractingMeeting(
  db: Kysely<Database>,
  scope: Scope<typeof noteMeeting.verb>,
  { heldOn, present, workingStyle, access, authorityTold }: MeetingNotes,
): Promise<MeetingResult> {
  return writeAs(db, scope, async (transaction): Promise<Written<MeetingResult>> => {
    const placement = await heldPlacement(transaction, placementIdOf(scope), NEGOTIATED_IN);
    if (placement === null)
      return { result: { ok: false, reason: 'not now' }, outcome: 'failed', detail: { reason: 'not now' } };
    const [last] = await readMeetings(transaction, placement.id);
    const isSame =
      last !== undefined &&
      last.heldOn === heldOn &&
      last.present === present &&
      last.workingStyle === workingStyle &&
      last.access === access &&
      last.authorityTold === authorityTold;
    if (isSame) return { result: { ok: true }, detail: { unchanged: true } };
    await notePlacementEvent(transaction, scope, placement, { deed: 'agreement.meeting', detail: { heldOn } });
    await transaction
      .insertInto('contracting_meeting')
      .values({
        placement_id: placement.id,
        organisation_id: placement.organisationId,
        held_on: heldOn,
        present,
        working_style: workingStyle,
        access,
        authority_told: authorityTold,
        noted_by: scope.person!.id,
        noted_in_role: scope.person!.acting!.role,
      })
      .execute();
    return { result: { ok: true }, detail: { heldOn } };
  });
}
