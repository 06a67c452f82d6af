import type pg from 'pg';

/**
 * Changes entries of the audit trail as its owner could and chains them all anew, so that the trail still verifies by itself: what
 * only an anchor shows. `set` is SQL for the entries, for example "at = at - interval '7 years'".
 */
export async function rewriteTrail(owner: pg.Pool, set: string): Promise<void> {
  await owner.query(`update audit_event set ${set}`);
  await owner.query(`do $$
    declare e audit_event; last text;
    begin
      select before_hash into last from audit_head;
      for e in select * from audit_event order by seq loop
        e.previous_hash := last;
        e.hash := encode(sha256(convert_to(audit_text(e), 'UTF8')), 'hex');
        update audit_event set previous_hash = e.previous_hash, hash = e.hash where seq = e.seq;
        last := e.hash;
      end loop;
      update audit_head set hash = last;
    end $$`);
}
