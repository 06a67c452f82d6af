import { readConfig } from '../../src/config.ts';
import { openDatabase } from '../../src/db/connect.ts';

// A process that opens the database of ALONGSIDE_HOME, writes a row, says so, and waits to be killed.
const {
  owner: { pool },
} = await openDatabase(readConfig(), { command: 'hold-open', exclusive: true });
await pool.query('create table if not exists kept (at timestamptz default now())');
await pool.query('insert into kept default values');
process.stdout.write('open\n');
setInterval(() => {}, 60_000);
