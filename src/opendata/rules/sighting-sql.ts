import { STATE_FACTS } from './state-facts.ts';

/**
 * Statements that keep what a file said of schools or members on its day, in order; none for a table whose rows are not kept
 * so. `from` is where the file's rows are: the staging table, or the rows of the import in the table itself. The last counts
 * the sightings anew: until PostgreSQL does so by itself it would take the new file for one with no rows, and compare its
 * rows with those of others one by one.
 */
export function sightingStatements(table: string, from: string, importId: number): string[] {
  if (table === 'school') return [schoolSightings(from, importId), 'analyze school_sighting'];
  if (table === 'group_member') {
    return [
      `insert into group_member_sighting (urn, group_uid, import_id, group_type, group_name, joined_on, line)
      select urn, group_uid, ${importId}, group_type, group_name, joined_on, line from ${from}`,
      'analyze group_member_sighting',
    ];
  }
  return [];
}

// The digest is of one school's states alone, so 64 bits tell them apart. Another version of PostgreSQL may make another of
// the same facts: the school then has one state twice, and what compares states compares their facts.
function schoolSightings(from: string, importId: number): string {
  const facts = STATE_FACTS.join(', ');
  const incoming = STATE_FACTS.map((fact) => `incoming.${fact}`).join(', ');
  return `with incoming as materialized (
      select urn, line, hash_record_extended(row(${facts}), 0) as digest, ${facts} from ${from}
    ), added as (
      insert into school_state (urn, digest, ${facts})
      select incoming.urn, incoming.digest, ${incoming} from incoming
      where not exists (
        select from school_state held where held.urn = incoming.urn and held.digest = incoming.digest)
      order by incoming.urn
      returning id, urn
    )
    insert into school_sighting (urn, import_id, line, state_id)
    select incoming.urn, ${importId}, incoming.line, coalesce(added.id, held.id)
    from incoming
    left join added on added.urn = incoming.urn
    left join school_state held on held.urn = incoming.urn and held.digest = incoming.digest
    order by incoming.urn`;
}
