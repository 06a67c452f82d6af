import { type Kysely, sql } from 'kysely';
import type { PlacementPart } from '../../../access/placement-parts.ts';
import type { Person } from '../../../access/roles.ts';
import type { Scope } from '../../../access/scope.ts';
import { writeAs, type Written } from '../../../access/scoped.ts';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { Database } from '../../../db/schema.ts';
import type { askForHelp, askForSchool } from '../../policy/offer.ts';
import { openOfKind, readServices } from '../../queries/offer/requests.ts';
import type { AskerKind } from '../../rules/offer/request.ts';
import type { RequestTyped } from '../../schema/offer/request-forms.ts';
import { notePlacementEvent } from '../change-placement.ts';
import { nextReference } from './next-reference.ts';
import { type OfferLinks, tellService } from './offer-letters.ts';

export type Asked =
  /** `again`: the same form was sent before, and made this one. */
  | { ok: true; id: string; again: boolean }
  | { ok: false; reason: 'open already'; id: string }
  | { ok: false; reason: 'no such service' | 'no such school' };

export interface ToAsk {
  urn: number;
  organisationId: string;
  asker: AskerKind;
  typed: RequestTyped;
  today: string;
  links: Pick<OfferLinks, 'placement'>;
}

/**
 * Asks a service for help for a school: by its head or board, or by the service itself on somebody's behalf. One form makes one request,
 * however often it is sent; and a school has one open placement of a kind with a service.
 */
export function askPlacement(
  db: Kysely<Database>,
  scope: Scope<typeof askForHelp.verb | typeof askForSchool.verb>,
  { urn, organisationId, asker, typed, today, links }: ToAsk,
): Promise<Asked> {
  const person = actingPerson(scope);
  return writeAs(db, scope, async (transaction): Promise<Written<Asked>> => {
    const failed = (result: Extract<Asked, { ok: false }>): Written<Asked> => ({
      result,
      outcome: 'failed',
      detail: { reason: result.reason, urn },
    });
    const isService = person.acting.organisation.id === organisationId;
    if (!isService && !(await readServices(transaction, urn)).some(({ id }) => id === organisationId))
      return failed({ ok: false, reason: 'no such service' });
    if (isService && !(await servesSchool(transaction, person.acting.organisation.kind, urn)))
      return failed({ ok: false, reason: 'no such school' });
    const reference = await nextReference(transaction, organisationId, today);
    const sent = await transaction
      .selectFrom('placement_request')
      .select('placement_id')
      .where('once', '=', typed.once)
      .where('made_by', '=', person.id)
      .executeTakeFirst();
    if (sent !== undefined)
      return {
        result: { ok: true, id: sent.placement_id, again: true },
        detail: { placement: sent.placement_id, again: true },
      };
    const open = await openOfKind(transaction, { organisationId, urn, ...typed });
    if (open !== null) return failed({ ok: false, reason: 'open already', id: open });
    const { id } = await transaction
      .insertInto('placement')
      .values({
        organisation_id: organisationId,
        reference,
        supported_urn: urn,
        home_urn: null,
        leader_name: null,
        leader_id: null,
        leader_person_id: null,
        supported_head_id: null,
        support: typed.support,
        support_type: typed.supportType,
        focus: typed.focus,
        hoped_outcome: typed.hopedOutcome,
        origin: 'request',
        asked_by_kind: asker,
        approved_pair_id: null,
        half_days: null,
        starts_on: null,
        ends_on: null,
        assigned_to: isService ? person.id : null,
        risk: null,
        ended_how: null,
        due_on: null,
        made_by: person.id,
        made_in_role: person.acting.role,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await transaction
      .insertInto('placement_request')
      .values({
        placement_id: id,
        organisation_id: organisationId,
        detail: typed.detail,
        wanted_when: typed.when,
        on_behalf_of: typed.onBehalfOf,
        contact_name: typed.contactName,
        contact_email: typed.contactEmail,
        contact_phone: typed.contactPhone,
        once: typed.once,
        made_by: person.id,
      })
      .execute();
    await notePlacementEvent(
      transaction,
      scope,
      { id, organisationId },
      { deed: 'ask', seenBy: 'all', as: isService ? 'service' : partFor(person.acting.organisation.kind) },
    );
    if (!isService) {
      const school = await transaction.selectFrom('school').select('name').where('urn', '=', urn).executeTakeFirst();
      await tellService(
        transaction,
        { placementId: id, organisationId },
        {
          name: 'placement requested',
          reference,
          school: school?.name ?? `School ${urn}`,
          focus: typed.focus,
          link: links.placement(id),
        },
      );
    }
    return { result: { ok: true, id, again: false }, detail: { placement: id, urn } };
  });
}

function partFor(kind: string): PlacementPart {
  return kind === 'school' ? 'supported head' : 'supported board';
}

function actingPerson({ person, verb }: Scope): Person & { acting: NonNullable<Person['acting']> } {
  if (person?.acting == null) throw new Error(`${verb} is done by a person for an organisation`);
  return { ...person, acting: person.acting };
}

/** An authority asks for schools of its area, a trust for its own, a hub for any that there is. */
async function servesSchool(transaction: ScopedTransaction, kind: string, urn: number): Promise<boolean> {
  const { rows } = await sql<{ serves: boolean }>`
    select exists (select from school where urn = ${urn}) and (${kind} = 'hub' or acting_covers(${urn})) as serves`.execute(
    transaction,
  );
  return rows[0]?.serves ?? false;
}
