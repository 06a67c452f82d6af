import type { Kysely } from 'kysely';
import { readConfig } from '../config.ts';
import type { Database } from '../db/schema.ts';
import { areaNeedForOperator } from '../need/policy.ts';
import { definitionById, definitions } from '../need/queries/definitions.ts';
import { type EnglandEligibility, eligibilityOfArea, englandEligibility } from '../need/queries/eligibility.ts';
import type { EligibilityDefinition } from '../need/rules/eligibility/definition.ts';
import { findArea } from '../schools/queries/areas.ts';
import { CommandError } from './command-error.ts';
import { areaDefinitionAnswer, definitionAnswer } from './definition-answer.ts';
import { areaDefinitionText, comparisonsText, comparisonText, definitionText } from './definition-text.ts';
import { filesAnswer, filesOf } from './files-named.ts';
import { answer } from './output.ts';

/** Stands for every definition. */
const EVERY = 'all';

interface Asked {
  id: string;
  area?: string;
  compare?: true;
  json?: true;
}

/**
 * `need --definition`: how many schools of England meet it, beside the published count with `compare`; or which of an area do. With
 * `all`, every definition of which a count was published.
 */
export async function tellDefinition(db: Kysely<Database>, { id, area, compare, json }: Asked): Promise<void> {
  if (id === EVERY) return tellAll(db, { area, compare, json });
  const definition = definitionById(id);
  if (definition === null) {
    const known = definitions().map((one) => one.id);
    throw new CommandError(
      `There is no definition called "${id}". There are ${known.join(', ')}; and all, with --compare`,
    );
  }
  if (area !== undefined) return tellArea(db, definition, area, json);
  const told = definitionAnswer(definition, await counted(db));
  const config = readConfig();
  answer(told, json, () => (compare ? comparisonText(told, config) : definitionText(told, config)));
}

async function tellAll(db: Kysely<Database>, { area, compare, json }: Omit<Asked, 'id'>): Promise<void> {
  if (compare === undefined || area !== undefined)
    throw new CommandError("'--definition all' goes with '--compare' and without '--area'");
  const england = await counted(db);
  const told = definitions().map((definition) => definitionAnswer(definition, england));
  answer(told, json, () => comparisonsText(told, readConfig()));
}

async function counted(db: Kysely<Database>): Promise<EnglandEligibility> {
  const england = await englandEligibility(db);
  if (england === null) throw new CommandError('No register is loaded: load the published data first');
  return england;
}

async function tellArea(
  db: Kysely<Database>,
  definition: EligibilityDefinition,
  text: string,
  json: true | undefined,
): Promise<void> {
  const found = await findArea(db, text);
  if (!found.ok) throw new CommandError(found.reason);
  const { area } = found;
  const schools = await eligibilityOfArea(db, areaNeedForOperator(area.code), area.code, definition);
  const files = await filesOf(
    db,
    schools.flatMap((school) => school.answer.sources),
  );
  const told = areaDefinitionAnswer(area, definition, schools, filesAnswer(files));
  answer(told, json, () => areaDefinitionText(told, readConfig()));
}
