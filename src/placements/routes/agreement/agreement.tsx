import { createHash } from 'node:crypto';
import { type Context, Hono } from 'hono';
import type { Kysely } from 'kysely';
import type { Database } from '../../../db/schema.ts';
import { londonIsoDay } from '../../../opendata/rules/london-time.ts';
import { policyAsAt } from '../../../policies.ts';
import { NotFound } from '../../../web/errors.tsx';
import { formOf } from '../../../web/forgery.ts';
import { may, mayAlso, scopeOf } from '../../../web/may.ts';
import { paths } from '../../../web/paths.ts';
import { page } from '../../../web/render.tsx';
import { WORD_TYPE } from '../../../web/word-document.ts';
import { noteContractingMeeting } from '../../commands/agreement/note-meeting.ts';
import { AgreementPage } from '../../pages/agreement/agreement.tsx';
import { ComparePage } from '../../pages/agreement/compare.tsx';
import type { DatedForm } from '../../pages/agreement/form-fields.tsx';
import { MeetingPage } from '../../pages/agreement/meeting.tsx';
import { VersionPage } from '../../pages/agreement/version.tsx';
import { MOVE_PERMISSIONS, readPlacement } from '../../policy.ts';
import { noteMeeting, readMeetings, sendAgreement, signAgreement, writeAgreement } from '../../policy/agreement.ts';
import { meetingsOf } from '../../queries/agreement/meetings.ts';
import { serviceName } from '../../queries/agreement/service-name.ts';
import { type Agreement, agreementOf, type AgreementVersion } from '../../queries/agreement/versions.ts';
import { compareVersions } from '../../rules/agreement/compare.ts';
import { agreementDocument } from '../../rules/agreement/document.ts';
import { missingOf } from '../../rules/agreement/missing.ts';
import { canBeSigned, isSigner, NEGOTIATED_IN } from '../../rules/agreement/signing.ts';
import { standingOf } from '../../rules/agreement/standing.ts';
import type { Placement } from '../../rules/placement.ts';
import { agreementPolicyKind } from '../../schema/agreement/agreement-policy.ts';
import { readMeeting } from '../../schema/agreement/meeting-form.ts';
import { placementAskedFor, placementSubjectOf } from '../asked-for.tsx';
import { datedForm, readDates } from './dated-form.tsx';
import { notNow } from './draft.tsx';
import { agreementWord } from './word-of.tsx';

const AGREEMENT = '/placements/:placement/agreement';

const DONE: Readonly<Record<string, string>> = {
  begun: 'The draft is begun. It may be filled in bit by bit.',
  saved: 'The draft is saved.',
  noted: 'The meeting is noted.',
  sent: 'The version is sent out for signature, and those who sign are told by mail.',
  discarded: 'The draft is discarded.',
  signed: 'You have signed.',
  settled: 'You have signed, and so has everybody else: the agreement is in force.',
};

/** The agreement of a placement, its versions, and the meeting where it was negotiated. */
export function agreementRoutes({ db }: { db: Kysely<Database> }): Hono {
  const subject = placementSubjectOf(db);
  return new Hono()
    .get(AGREEMENT, may(readPlacement, subject), async (c) => {
      const scope = scopeOf(c, readPlacement);
      const asked = await placementAskedFor(c, db, scope);
      const { placement, part } = asked;
      const about = await subject(c);
      const agreement = await agreementOf(db, scope);
      const { versions, draft, sent, signers, signatures } = agreement;
      const reads = mayAlso(c, readMeetings, about);
      const meetings = reads === null ? null : await meetingsOf(db, reads);
      const isOpen = NEGOTIATED_IN.includes(placement.state);
      const mayDo = (permission: Parameters<typeof mayAlso>[1]) => mayAlso(c, permission, about) !== null;
      const write = isOpen && mayDo(writeAgreement);
      const policy = policyAsAt(agreementPolicyKind, londonIsoDay(new Date()));
      const hasSigned = signatures.some((one) => one.version === sent?.number && one.part === part);
      return page(
        c,
        <AgreementPage
          placement={placement}
          part={part}
          meetings={meetings === null ? null : { last: meetings[0] ?? null, notes: meetings.length }}
          draft={draft === null ? null : { ...draft, missing: missingOf(draft.content, policy) }}
          sent={sent}
          signers={signers}
          signatures={signatures}
          versions={versions.map((one) => ({ ...one, standing: standingIn(agreement, one, placement) }))}
          can={{
            note: isOpen && mayDo(noteMeeting),
            write,
            send: isOpen && mayDo(sendAgreement),
            sign:
              canBeSigned(placement.state) &&
              sent !== null &&
              sent !== agreement.inForce &&
              !hasSigned &&
              isSigner(part, signers) &&
              mayDo(signAgreement),
            takeBack: placement.state === 'signing' && mayDo(MOVE_PERMISSIONS['reopen-agreement']),
            // Before, it is discarded where it would be sent.
            discard: placement.state === 'evaluation' && mayDo(sendAgreement),
            addObjective: write && (draft?.content.objectives.length ?? 0) < policy.objectives.most,
          }}
          done={DONE[c.req.query('done') ?? ''] ?? null}
        />,
      );
    })
    .get(`${AGREEMENT}/meeting`, may(noteMeeting, subject), async (c) => meetingPage(c, db, datedForm()))
    .post(`${AGREEMENT}/meeting`, may(noteMeeting, subject), async (c) => {
      const scope = scopeOf(c, noteMeeting);
      const form = await formOf(c);
      const { days, errors, dates } = readDates(form, {
        held: { name: 'the day of the meeting', when: 'today or past', today: londonIsoDay(new Date()) },
      });
      const read = readMeeting(form, days.held, errors);
      if (!read.ok) return meetingPage(c, db, datedForm(form, read.errors, dates));
      const { placement } = await placementAskedFor(c, db, scope);
      if (!(await noteContractingMeeting(db, scope, read.value)).ok) throw notNow();
      return c.redirect(paths.placementPage(placement.id, 'agreement', { done: 'noted' }), 303);
    })
    .get(`${AGREEMENT}/version`, may(readPlacement, subject), async (c) => {
      const scope = scopeOf(c, readPlacement);
      const { placement, part } = await placementAskedFor(c, db, scope);
      const agreement = await agreementOf(db, scope);
      const version = versionIn(agreement, c.req.query('number'));
      return page(
        c,
        <VersionPage
          placement={placement}
          part={part}
          number={version.number}
          content={version.content}
          standing={standingIn(agreement, version, placement)}
          signers={version === agreement.sent ? agreement.signers : []}
          signatures={agreement.signatures}
          fixed={fixedOf(version)}
        />,
      );
    })
    .get(`${AGREEMENT}/word`, may(readPlacement, subject), async (c) => {
      const scope = scopeOf(c, readPlacement);
      const { placement } = await placementAskedFor(c, db, scope);
      const agreement = await agreementOf(db, scope);
      const version = versionIn(agreement, c.req.query('number'));
      const service = await serviceName(db, scope);
      const file = await agreementWord(agreementDocument(placement, service, version, agreement.signatures));
      c.header('Content-Type', WORD_TYPE);
      c.header('Cache-Control', 'no-store');
      c.header('Content-Disposition', `attachment; filename="agreement-${fileName(placement)}-${version.number}.docx"`);
      return c.body(file);
    })
    .get(`${AGREEMENT}/compare`, may(readPlacement, subject), async (c) => {
      const scope = scopeOf(c, readPlacement);
      const { placement, part } = await placementAskedFor(c, db, scope);
      const agreement = await agreementOf(db, scope);
      const [from, to] = [versionIn(agreement, c.req.query('from')), versionIn(agreement, c.req.query('to'))];
      return page(
        c,
        <ComparePage
          placement={placement}
          part={part}
          from={from.number}
          to={to.number}
          sections={compareVersions(from.content, to.content)}
        />,
      );
    });
}

/** The version of that number; the newest where the address names none. Throws NotFound for a number that there is not. */
function versionIn({ versions }: Agreement, said: string | undefined): AgreementVersion {
  const newest = versions.toSorted((a, b) => b.number - a.number)[0];
  const found = said === undefined ? newest : versions.find(({ number }) => String(number) === said);
  if (found === undefined) throw new NotFound('There is no such version of the agreement.');
  return found;
}

function standingIn({ inForce, sent }: Agreement, { number, sentAt }: AgreementVersion, { state }: Placement): string {
  const how = { inForce: inForce?.number ?? null, newestSent: sent?.number ?? null, state };
  return standingOf({ number, isSent: sentAt !== null }, how);
}

function fixedOf({ canonical, sha256 }: AgreementVersion) {
  if (canonical === null || sha256 === null) return null;
  const again = createHash('sha256').update(canonical, 'utf8').digest('hex');
  return { canonical, sha256, isIntact: again === sha256 };
}

function fileName({ reference }: Placement): string {
  return reference.replaceAll(/[^A-Za-z0-9-]+/g, '-');
}

async function meetingPage(c: Context, db: Kysely<Database>, form: DatedForm) {
  const { placement, part } = await placementAskedFor(c, db, scopeOf(c, noteMeeting));
  if (!NEGOTIATED_IN.includes(placement.state)) throw notNow();
  const status = Object.keys(form.errors).length > 0 ? 400 : 200;
  return page(c, <MeetingPage placement={placement} part={part} form={form} />, status);
}
