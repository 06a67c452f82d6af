import { type Context, Hono } from 'hono';
import { NotFound } from '../../web/errors.tsx';
import { formOf } from '../../web/forgery.ts';
import { may, scopeOf } from '../../web/may.ts';
import { paths } from '../../web/paths.ts';
import { page } from '../../web/render.tsx';
import { confirmMembership, endMembership } from '../commands/change-membership.ts';
import { invite } from '../commands/invite.ts';
import { resendInvitation, withdrawInvitation } from '../commands/waiting-invitations.ts';
import { AccessReviewPage, type ReviewDone } from '../pages/access-review.tsx';
import { EndMembershipPage } from '../pages/end-membership.tsx';
import { InvitePage } from '../pages/invite.tsx';
import { type PeopleDone, PeoplePage } from '../pages/people.tsx';
import { changePeople, readPeople } from '../policy.ts';
import { memberOf, peopleOf } from '../queries/people.ts';
import type { AccountsDeps } from '../routes.tsx';
import { accessReview } from '../rules/access-review.ts';
import { accessReviewCsv } from '../rules/access-review-csv.ts';
import { problemsByField, typedText } from '../rules/form-problems.ts';
import { rolesOfKind } from '../rules/roles-of-kind.ts';
import { endRoleInput, inviteInput, memberToInvite } from '../schema/people.ts';
import { idOf, organisationOf } from './organisation-of.tsx';

/** What the command says, as a sentence beside the field that it is about. */
const INVITE_PROBLEMS = {
  'holds the role': { email: 'Somebody with this email address has this role already' },
  'invited already': {
    email: 'Somebody with this email address is invited to this role already: send that invitation again instead',
  },
  'not a role there': { role: 'Choose a role' },
  'no such organisation': { email: 'This organisation is closed, so nobody can be invited' },
} as const;

/** An organisation's people, for its administrators: who has which role, invitations, ends of roles, and the yearly review. */
export function peopleRoutes({ db, siteUrl, signInPolicy, retentionPolicy }: AccountsDeps): Hono {
  const terms = { policy: signInPolicy, linkOf: (token: string) => siteUrl + paths.invitation(token) };
  const months = signInPolicy.accessReviewMonths;

  const invitePage = (c: Context, shown: Pick<Parameters<typeof InvitePage>[0], 'typed' | 'problems'> = {}) => {
    const organisation = actingFor(c);
    const status = shown.problems === undefined ? 200 : 422;
    const asked = { organisation, roles: rolesOfKind(organisation.kind), days: signInPolicy.invitationDays };
    return page(c, <InvitePage {...asked} {...shown} />, status);
  };

  const endPage = async (c: Context, shown: { typed?: string; problem?: string } = {}) => {
    const member = await memberOf(db, scopeOf(c, changePeople), idOf(c));
    if (member === null) throw new NotFound('There is no such role, or it has ended.');
    const status = shown.problem === undefined ? 200 : 422;
    return page(c, <EndMembershipPage organisation={actingFor(c)} member={member} {...shown} />, status);
  };

  return new Hono()
    .get(paths.people(':organisation'), may(readPeople, organisationOf), async (c) => {
      const people = await peopleOf(db, scopeOf(c, readPeople));
      const shown = { organisation: actingFor(c), now: new Date(), done: c.req.query('done') };
      return page(c, <PeoplePage {...people} {...shown} />);
    })
    .get(paths.invite(':organisation'), may(changePeople, organisationOf), async (c) => {
      const { membership } = memberToInvite.parse(c.req.query());
      const member = membership === null ? null : await memberOf(db, scopeOf(c, changePeople), membership);
      return invitePage(c, member === null ? {} : { typed: { name: member.name, email: member.email ?? '' } });
    })
    .post(paths.invite(':organisation'), may(changePeople, organisationOf), async (c) => {
      const fields = await formOf(c);
      const { id, kind } = actingFor(c);
      const typed = { name: typedText(fields.name), email: typedText(fields.email), role: typedText(fields.role) };
      const input = inviteInput(kind).safeParse(fields);
      if (!input.success) return invitePage(c, { typed, problems: problemsByField(input.error.issues) });
      const invited = await invite(db, scopeOf(c, changePeople), terms, { organisationId: id, ...input.data });
      if (!invited.ok) return invitePage(c, { typed, problems: INVITE_PROBLEMS[invited.reason] });
      return done(c, paths.people(id), invited.by === 'mail' ? 'invited' : 'role-given');
    })
    .post(paths.withdrawInvitation(':organisation', ':id'), may(changePeople, organisationOf), async (c) => {
      const { id } = actingFor(c);
      const { ok } = await withdrawInvitation(db, scopeOf(c, changePeople), id, idOf(c));
      if (!ok) throw new NotFound('There is no such invitation, or it is not waiting any more.');
      return done(c, paths.people(id), 'withdrawn');
    })
    .post(paths.resendInvitation(':organisation', ':id'), may(changePeople, organisationOf), async (c) => {
      const { id } = actingFor(c);
      const { ok } = await resendInvitation(db, scopeOf(c, changePeople), terms, id, idOf(c));
      if (!ok) throw new NotFound('There is no such invitation, or it is not waiting any more.');
      return done(c, paths.people(id), 'resent');
    })
    .get(paths.endMembership(':organisation', ':id'), may(changePeople, organisationOf), (c) => endPage(c))
    .post(paths.endMembership(':organisation', ':id'), may(changePeople, organisationOf), async (c) => {
      const fields = await formOf(c);
      const input = endRoleInput.safeParse(fields);
      if (!input.success)
        return endPage(c, { typed: typedText(fields.reason), problem: input.error.issues[0]?.message });
      const { id } = actingFor(c);
      const { reason } = input.data;
      const ended = await endMembership(db, scopeOf(c, changePeople), id, idOf(c), reason);
      if (ended.ok) return done(c, paths.people(id), 'ended');
      if (ended.reason === 'no such role') throw new NotFound('There is no such role, or it has ended.');
      return endPage(c, {
        typed: reason,
        problem: 'This is the last administrator: give somebody else the role of administrator first',
      });
    })
    .get(paths.accessReview(':organisation'), may(readPeople, organisationOf), async (c) => {
      const now = new Date();
      const { members } = await peopleOf(db, scopeOf(c, readPeople));
      const useMonths = retentionPolicy.rules['ended sessions'].keepMonths;
      const shown = { organisation: actingFor(c), months, useMonths, now, done: c.req.query('done') };
      return page(c, <AccessReviewPage members={accessReview(members, months, now)} {...shown} />);
    })
    .get(paths.accessReviewCsv(':organisation'), may(readPeople, organisationOf), async (c) => {
      const now = new Date();
      const { members } = await peopleOf(db, scopeOf(c, readPeople));
      c.header('Content-Type', 'text/csv; charset=utf-8');
      c.header('Content-Disposition', `attachment; filename="access-review-${now.toISOString().slice(0, 10)}.csv"`);
      return c.body(accessReviewCsv(accessReview(members, months, now)));
    })
    .post(paths.confirmMembership(':organisation', ':id'), may(changePeople, organisationOf), async (c) => {
      const { id } = actingFor(c);
      const confirmed = await confirmMembership(db, scopeOf(c, changePeople), id, idOf(c));
      if (!confirmed) throw new NotFound('There is no such role, or it has ended.');
      return done(c, paths.accessReview(id), 'confirmed');
    });
}

/** `may` let only those through who act for the organisation of the address. */
function actingFor(c: Context) {
  return c.get('person')!.acting!.organisation;
}

function done(c: Context, path: string, what: PeopleDone | ReviewDone) {
  return c.redirect(`${path}?done=${what}`, 303);
}
