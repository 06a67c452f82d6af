import { describe, expect, it } from 'vitest';
import { testDatabase } from './harness.ts';

const database = testDatabase();

describe('the database as Kysely sees it', () => {
  it('reads a date as its own text, whatever the time zone', async () => {
    const { rows } = await database.pool.query(
      "select date '2022-07-06' as day, 3::int8 as whole, 1.5::numeric as exact",
    );
    expect(rows).toEqual([{ day: '2022-07-06', whole: 3, exact: 1.5 }]);
  });

  it('refuses an observation with both a number and a reason, or neither', async () => {
    const { pool } = database;
    await pool.query("insert into measure values (50, 'roll', 'Pupils on roll', 'count')");
    await pool.query(
      `insert into import (dataset, layout, stage, as_at, file_name, sha256, rows_read, rows_loaded, rows_set_aside)
       values ('census', 'census', 'final', '2019-01-01', 'a.csv', 'x', 1, 1, 0)`,
    );
    const insert = (value: string, missing: string) =>
      pool.query(
        `insert into observation values (100000, 50, 2018, ${value}, ${missing}, 'final', (select max(id) from import), 2)`,
      );
    await expect(insert('1', "'SUPP'")).rejects.toThrow(/check constraint/);
    await expect(insert('null', 'null')).rejects.toThrow(/check constraint/);
    await insert('null', "'SUPP'");
  });
});
