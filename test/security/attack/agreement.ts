import type { Organisation } from '../../../src/access/roles.ts';
import type { PlacementState } from '../../../src/placements/rules/states.ts';
import type { SigningPart } from '../../../src/placements/rules/agreement/signing.ts';
import type { TestDatabase } from '../../database/harness.ts';
import { agreed, versionIn } from '../../factories/agreements.ts';
import { tenant } from '../../factories/people.ts';
import { placementIn } from '../../factories/placements.ts';

interface Of {
  /** Of the service, who made all of it. */
  colleague: string;
  /** Who attacks: leads one of the placements. */
  member: string;
  urn: number;
  words: string;
}

const ALL: readonly SigningPart[] = ['service', 'leader', 'supported head', 'home head'];

/**
 * Placements whose pages have the forms of agreements and of the life after: of a service one at each step; for a head one that they sign,
 * answer and evaluate as the one who is helped, and one that they lead.
 */
export async function agreementOf(
  owner: TestDatabase['db'],
  organisation: Organisation,
  { colleague, member: personId, urn, words }: Of,
): Promise<Record<string, string>> {
  const db = tenant(owner);
  const service =
    organisation.kind === 'school' || organisation.kind === 'governing board'
      ? await db.selectFrom('organisation').select('id').where('kind', '=', 'local authority').executeTakeFirstOrThrow()
      : organisation;
  const signers = await Promise.all(
    ALL.map(async (part) => {
      const { id } = await db
        .insertInto('person')
        .values({ name: `${words} signer`, email: null })
        .returning('id')
        .executeTakeFirstOrThrow();
      return { part, personId: id };
    }),
  );
  let made = 0;
  const placed = async (state: PlacementState, leads = false) =>
    placementIn(owner, service, {
      supportedUrn: leads ? urn + 2 : urn,
      homeUrn: leads ? urn : urn + 2,
      leader: { name: `${words} Leader`, personId: leads ? personId : null },
      madeBy: colleague,
      focus: `${words} focus`,
      support: `${words} life ${made++} ${personId.slice(0, 8)}`,
      state,
      startsOn: '2025-01-06',
      endsOn: '2025-04-30',
    });
  const version = async (placementId: string, signed: boolean) => {
    const { reference } = await db
      .selectFrom('placement')
      .select('reference')
      .where('id', '=', placementId)
      .executeTakeFirstOrThrow();
    const content = agreed({ focus: { improvement: `${words} improvement`, need: `${words} need` } });
    const of = { placementId, organisationId: service.id, reference, madeBy: colleague, content };
    await versionIn(owner, { ...of, signed: signed ? signers : [] });
    return placementId;
  };
  const review = async (placementId: string) => {
    await db
      .insertInto('placement_review')
      .values({
        placement_id: placementId,
        organisation_id: service.id,
        held_on: null,
        working: `${words} works`,
        appropriate: null,
        change: null,
        continues: null,
        exit_on: null,
        next_steps: null,
        made_by: colleague,
        made_in_role: 'broker',
        recorded_by: null,
        recorded_at: null,
      })
      .execute();
    return placementId;
  };
  const ended = async (state: PlacementState, leads = false) => {
    const id = await version(await placed(state, leads), true);
    await db.updateTable('placement').set({ ended_how: 'completed', version: 2 }).where('id', '=', id).execute();
    return id;
  };
  const [fresh, drafted] = [await placed('contracting'), await placed('contracting')];
  await db
    .insertInto('agreement_version')
    .values({
      placement_id: drafted,
      organisation_id: service.id,
      number: 1,
      content: JSON.stringify(agreed()),
      canonical: null,
      sha256: null,
      made_by: colleague,
      made_in_role: 'broker',
      sent_by: null,
      sent_at: null,
    })
    .execute();
  const evaluated = await ended('evaluation');
  const parts = ['focus', 'time', 'money', 'working', 'ending'].map((part) => `agreement/parts/${part}`);
  return {
    ...below(fresh, ['agreement']),
    ...below(drafted, ['agreement/meeting', 'agreement/objective', 'agreement/send', ...parts]),
    ...below(await version(await placed('signing'), false), ['agreement/sign']),
    ...below(await version(await placed('under way'), true), ['review']),
    ...below(await review(await version(await placed('under way'), true)), ['review/words', 'review/answer']),
    ...below(evaluated, ['evaluation', 'evaluation/answers', 'evaluation/impact']),
    ...below(evaluated, ['agreement/version', 'agreement/word', 'agreement/compare']),
    ...below(await ended('signed off'), ['evaluation/follow-up']),
    ...below(await ended('evaluation', true), ['evaluation/reflection']),
  };
}

/** The id for each of these pages below a placement. */
function below(id: string, pages: readonly string[]): Record<string, string> {
  return Object.fromEntries(pages.map((page) => [`placements#/${page}`, id]));
}
