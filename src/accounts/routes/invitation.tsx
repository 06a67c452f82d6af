import { type Context, Hono } from 'hono';
import { formOf } from '../../web/forgery.ts';
import { ipOf } from '../../web/identify.ts';
import { may, theSite } from '../../web/may.ts';
import { paths } from '../../web/paths.ts';
import { page } from '../../web/render.tsx';
import { acceptInvitation, type Taker } from '../commands/accept-invitation.ts';
import { InvitationPage, InvitationSpentPage } from '../pages/invitation.tsx';
import type { SignInDone } from '../pages/sign-in.tsx';
import { signIn, signInTask } from '../policy.ts';
import { openInvitation } from '../queries/open-invitation.ts';
import type { AccountsDeps } from '../routes.tsx';
import { problemsByField, typedText } from '../rules/form-problems.ts';
import { invitationToken, newAccountInput } from '../schema/people.ts';

/** What is behind the link of an invitation. The token stands in the address of the mail's link alone; from there on it is in the form. */
export function invitationRoutes({ db, signInPolicy: policy }: AccountsDeps): Hono {
  const offered = async (
    c: Context,
    token: string,
    shown: Pick<Parameters<typeof InvitationPage>[0], 'typed' | 'problems'> = {},
  ) => {
    const offer = await openInvitation(db, scopeOfRequest(c), token);
    if (offer === null) return spent(c);
    const asked = { offer, token, signedIn: c.get('person'), shortest: policy.password.shortest };
    return page(c, <InvitationPage {...asked} {...shown} />, shown.problems === undefined ? 200 : 422);
  };

  return new Hono()
    .get(paths.invitation(), may(signIn, theSite), (c) => {
      const link = invitationToken.safeParse(c.req.query());
      return link.success ? offered(c, link.data.token) : spent(c);
    })
    .post(paths.invitation(), may(signIn, theSite), async (c) => {
      const fields = await formOf(c);
      const link = invitationToken.safeParse(fields);
      if (!link.success) return spent(c);
      const { token } = link.data;
      const offer = await openInvitation(db, scopeOfRequest(c), token);
      if (offer === null) return spent(c);
      const person = c.get('person');
      // With an account to this address, only the person signed in counts, and what else was sent does not.
      let taker: Taker;
      if (offer.personId === null) {
        const input = newAccountInput.safeParse(fields);
        if (!input.success)
          return offered(c, token, { typed: typedText(fields.name), problems: problemsByField(input.error.issues) });
        taker = { kind: 'new', ...input.data };
      } else {
        if (person === null) return offered(c, token);
        taker = { kind: 'person', personId: person.id };
      }
      const accepted = await acceptInvitation(db, scopeOfRequest(c), policy, token, taker);
      if (accepted.ok) {
        if (taker.kind === 'person') return c.redirect(`${paths.account()}?done=role-added`, 303);
        const done: SignInDone = 'account-made';
        return c.redirect(`${paths.signIn()}?done=${done}`, 303);
      }
      if (accepted.reason === 'password') {
        return offered(c, token, { typed: typedText(fields.name), problems: { password: accepted.fault } });
      }
      return offered(c, token);
    });
}

function scopeOfRequest(c: Context) {
  return signInTask('sign-in.invitation', ipOf(c));
}

function spent(c: Context) {
  return page(c, <InvitationSpentPage />, 404);
}
