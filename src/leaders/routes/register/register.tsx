import { type Context, Hono } from 'hono';
import type { Kysely } from 'kysely';
import type { Database } from '../../../db/schema.ts';
import { organisationOf, organisationSubjectOf } from '../../../need/routes/round/asked-for.tsx';
import { readForm } from '../../../need/schema/form-fields.ts';
import { csvText } from '../../../schools/rules/csv-text.ts';
import { formOf } from '../../../web/forgery.ts';
import { may, mayAlso, scopeOf } from '../../../web/may.ts';
import { paths } from '../../../web/paths.ts';
import { page } from '../../../web/render.tsx';
import { workbookOf } from '../../../web/workbook.ts';
import { addLeader } from '../../commands/register/add-leader.ts';
import { importRegister } from '../../commands/register/import-register.ts';
import { ImportPage } from '../../pages/register/import.tsx';
import { LeaderFormPage } from '../../pages/register/leader-form.tsx';
import { RegisterPage } from '../../pages/register/register.tsx';
import { exportRegister, keepRegister, readRegister } from '../../policy.ts';
import { leadersOfRegister } from '../../queries/register/leaders.ts';
import { registerForExport } from '../../queries/register/for-export.ts';
import { LEADER_STATUSES } from '../../rules/register/leader.ts';
import type { RegisterFilter } from '../../rules/register/listed.ts';
import { READ_COLUMNS, registerRows, TOLD_COLUMNS } from '../../rules/register/register-file.ts';
import { leaderForm } from '../../schema/register/forms.ts';
import { type RowFault, readRegister as readRegisterFile } from '../../schema/register/read-register.ts';
import { askedPart, pageAsked, registerForm, registerToday } from './asked-for.tsx';

const REGISTER = '/organisations/:organisation/leaders';
const PAGE_SIZE = 50;

/** The leaders' register of a service: its list, a leader more, one read from a file, and the whole as a file. */
export function registerRoutes({ db }: { db: Kysely<Database> }): Hono {
  return new Hono()
    .get(REGISTER, may(readRegister, organisationSubjectOf), async (c) => {
      const { today, policy, support } = registerToday();
      const organisation = organisationOf(c);
      const filter = filterIn(c);
      const asked = { filter, page: pageAsked(c), pageSize: PAGE_SIZE, today, policy };
      const { leaders, count } = await leadersOfRegister(db, scopeOf(c, readRegister), asked);
      return page(
        c,
        <RegisterPage
          organisation={organisation}
          leaders={leaders}
          count={count}
          page={asked.page}
          pages={Math.ceil(count / PAGE_SIZE)}
          filter={filter}
          support={support}
          policy={policy}
          today={today}
          keeps={mayAlso(c, keepRegister, organisationSubjectOf(c)) !== null}
          done={c.req.query('done') ?? null}
        />,
      );
    })
    .get(`${REGISTER}/new`, may(keepRegister, organisationSubjectOf), (c) =>
      newLeaderPage(c, registerForm({ mostSchools: '1' })),
    )
    .post(`${REGISTER}/new`, may(keepRegister, organisationSubjectOf), async (c) => {
      const form = await formOf(c);
      const read = readForm(leaderForm(registerToday().support), form);
      if (!read.ok) return newLeaderPage(c, registerForm(form, read.errors), 400);
      const added = await addLeader(db, scopeOf(c, keepRegister), read.value);
      if (added.ok) return c.redirect(paths.leader(organisationOf(c).id, added.id, undefined, { done: 'added' }), 303);
      const errors: Record<string, string> =
        added.reason === 'no such school'
          ? { homeUrn: `No school has the URN ${read.value.homeUrn}` }
          : { name: 'This leader is in the register already, by their address or by their name at this school' };
      return newLeaderPage(c, registerForm(form, errors), 409);
    })
    .get(`${REGISTER}/import`, may(keepRegister, organisationSubjectOf), (c) => importPage(c, {}))
    .post(`${REGISTER}/import`, may(keepRegister, organisationSubjectOf), async (c) => {
      const { today, support } = registerToday();
      const sent = await fileIn((await formOf(c)).file);
      if (!sent.ok) return importPage(c, { problem: sent.problem }, 400);
      const read = readRegisterFile(sent.text, support, today);
      if (!read.ok) return importPage(c, { faults: read.faults }, 400);
      const done = await importRegister(db, scopeOf(c, keepRegister), read.leaders);
      return done.ok ? importPage(c, { done }) : importPage(c, { faults: done.faults }, 400);
    })
    .get(`${REGISTER}/register.csv`, may(exportRegister, organisationSubjectOf), async (c) => {
      const rows = await exportedRows(c, db);
      const cells = rows.map((row) => row.map((cell) => (typeof cell === 'object' && cell !== null ? cell.day : cell)));
      c.header('Content-Type', 'text/csv; charset=utf-8');
      c.header('Content-Disposition', 'attachment; filename="leaders-register.csv"');
      return c.body(csvText([...READ_COLUMNS, ...TOLD_COLUMNS], cells));
    })
    .get(`${REGISTER}/register.xlsx`, may(exportRegister, organisationSubjectOf), async (c) => {
      const rows = await exportedRows(c, db);
      const book = await workbookOf([{ name: 'Leaders', head: [...READ_COLUMNS, ...TOLD_COLUMNS], rows }]);
      c.header('Content-Type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
      c.header('Content-Disposition', 'attachment; filename="leaders-register.xlsx"');
      return c.body(new Uint8Array(book).buffer);
    });
}

function filterIn(c: Context): RegisterFilter {
  const [status, due] = [askedPart(c, 'status'), askedPart(c, 'due')];
  return {
    text: askedPart(c, 'q'),
    role: askedPart(c, 'role'),
    field: askedPart(c, 'field'),
    status: LEADER_STATUSES.find((one) => one === status) ?? null,
    due: due === 'days' || due === 'review' ? due : null,
  };
}

function newLeaderPage(c: Context, form: ReturnType<typeof registerForm>, status: 200 | 400 | 409 = 200) {
  const { support } = registerToday();
  return page(
    c,
    <LeaderFormPage organisation={organisationOf(c)} entry={null} support={support} form={form} changed={null} />,
    status,
  );
}

interface ImportShown {
  problem?: string;
  faults?: readonly RowFault[];
  done?: { added: number; designations: number; there: readonly { id: string; name: string }[] };
}

function importPage(c: Context, { problem, faults, done }: ImportShown, status: 200 | 400 = 200) {
  const { support } = registerToday();
  return page(
    c,
    <ImportPage
      organisation={organisationOf(c)}
      support={support}
      problem={problem ?? null}
      faults={faults ?? []}
      done={done ?? null}
    />,
    status,
  );
}

const NO_FILE = 'Choose the file with the register';

/** The text of a file that was sent: UTF-8, or what spreadsheets here write otherwise. */
async function fileIn(sent: unknown): Promise<{ ok: true; text: string } | { ok: false; problem: string }> {
  if (!(sent instanceof File) || sent.size === 0) return { ok: false, problem: NO_FILE };
  const bytes = new Uint8Array(await sent.arrayBuffer());
  if (bytes.includes(0))
    return {
      ok: false,
      problem: 'The file is not CSV: save the sheet as "CSV UTF-8" in the spreadsheet and send that',
    };
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { ok: true, text: new TextDecoder('windows-1252').decode(bytes) };
  }
}

async function exportedRows(c: Context, db: Kysely<Database>) {
  const { today, support } = registerToday();
  return registerRows(await registerForExport(db, scopeOf(c, exportRegister), today), support);
}
