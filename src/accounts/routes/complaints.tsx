import { type Context, Hono } from 'hono';
import { limiterOn } from '../../access/limits.ts';
import { NotFound } from '../../web/errors.tsx';
import { formOf } from '../../web/forgery.ts';
import { ipOf } from '../../web/identify.ts';
import { may, scopeOf, theSite } from '../../web/may.ts';
import { paths } from '../../web/paths.ts';
import { page } from '../../web/render.tsx';
import { answerComplaint } from '../commands/answer-complaint.ts';
import { makeComplaint } from '../commands/make-complaint.ts';
import { noteInvalidForm } from '../commands/note-invalid-form.ts';
import { ComplainPage, ComplaintReceivedPage } from '../pages/complain.tsx';
import { ComplaintPage } from '../pages/complaint.tsx';
import { ComplaintsLogPage } from '../pages/complaints-log.tsx';
import { answerComplaint as answer, complain, complaintTask, readComplaints } from '../policy.ts';
import { complaintById, complaints } from '../queries/complaints.ts';
import type { AccountsDeps } from '../routes.tsx';
import { isComplaintReference } from '../rules/complaint.ts';
import { fieldErrors, typedText } from '../rules/field-errors.ts';
import { londonIsoDay } from '../../opendata/rules/london-time.ts';
import { networkOf } from '../rules/network-of.ts';
import { tooMany } from '../rules/too-many.ts';
import { complaintDeed, complaintInput } from '../schema/complaint-input.ts';
import { idOf, organisationName, organisationOf } from './organisation-of.tsx';

const NO_COMPLAINT = 'There is no such complaint.';

/** Complaints: made by anybody, read and answered by the administrators of the organisation that they are about. */
export function complaintsRoutes({ db, pool, secret, signInPolicy, retentionPolicy }: AccountsDeps): Hono {
  const days = retentionPolicy.deadlines['complaint acknowledgement days'];
  const limiter = limiterOn(pool, secret, 'complaint', signInPolicy.limits.complaintsPerAddress);
  return new Hono()
    .get(paths.complain(), may(complain, theSite), (c) => {
      const received = c.req.query('received');
      if (received !== undefined && isComplaintReference(received)) {
        return page(c, <ComplaintReceivedPage reference={received} days={days} />);
      }
      const person = c.get('person');
      const typed = { name: person?.name, email: person?.email ?? undefined };
      return page(c, <ComplainPage days={days} typed={typed} />);
    })
    .post(paths.complain(), may(complain, theSite), async (c) => {
      const fields = await formOf(c);
      const again = (errors: Record<string, string>, status: 422 | 429) =>
        page(c, <ComplainPage days={days} typed={typedText(fields)} errors={errors} />, status);
      const input = complaintInput.safeParse(fields);
      if (!input.success) return again(fieldErrors(input.error), 422);
      const allowed = await limiter.take(networkOf(ipOf(c)));
      if (!allowed.ok) return again({ words: tooMany(allowed.minutes) }, 429);
      const given = { secret, policy: retentionPolicy };
      const reference = await makeComplaint(db, complaintTask(ipOf(c)), given, input.data, new Date());
      return c.redirect(`${paths.complain()}?received=${reference}`, 303);
    })
    .get(paths.complaintsLog(':organisation'), may(readComplaints, organisationOf), async (c) => {
      const found = await complaints(db, scopeOf(c, readComplaints));
      return page(c, <ComplaintsLogPage {...frame(c)} complaints={found} done={c.req.query('done')} />);
    })
    .get(paths.complaintOf(':organisation', ':id'), may(readComplaints, organisationOf), async (c) => {
      const complaint = await complaintById(db, scopeOf(c, readComplaints), idOf(c));
      if (complaint === null) throw new NotFound(NO_COMPLAINT);
      return page(c, <ComplaintPage {...frame(c)} complaint={complaint} />);
    })
    .post(paths.complaintOf(':organisation', ':id'), may(answer, organisationOf), async (c) => {
      const scope = scopeOf(c, answer);
      const fields = await formOf(c);
      const input = complaintDeed.safeParse(fields);
      if (!input.success) await noteInvalidForm(db, scope);
      const done = input.success && (await answerComplaint(db, scope, idOf(c), input.data, new Date()));
      if (done && done.ok) {
        return c.redirect(`${paths.complaintsLog(organisationOf(c).organisationId)}?done=${input.data.deed}`, 303);
      }
      const complaint = await complaintById(db, scope, idOf(c));
      if (complaint === null) throw new NotFound(NO_COMPLAINT);
      const errors = input.success ? { answer: 'This has been done already' } : fieldErrors(input.error);
      return page(
        c,
        <ComplaintPage {...frame(c)} complaint={complaint} typed={typedText(fields)} errors={errors} />,
        422,
      );
    });
}

function frame(c: Context) {
  const organisation = { id: organisationOf(c).organisationId, name: organisationName(c) };
  return { organisation, today: londonIsoDay(new Date()) };
}
