import { randomUUID } from 'node:crypto';
import type { Context, ErrorHandler, NotFoundHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { ComponentChildren } from 'preact';
import { ipOf } from './identify.ts';
import { Page } from './layout.tsx';
import { paths } from './paths.ts';
import { Forbidden, SecondFactorNeeded, SignInNeeded } from './refusals.ts';
import { page } from './render.tsx';

/** Thrown by a route when the request cannot be answered as it stands. The message is shown: say what is wrong and the mend. */
export class BadRequest extends Error {
  override name = 'BadRequest';
}

/** A request that no page of ours and no browser sends: answered as a bad request, and told in the log as a try to get around the locks. */
export class NotOurs extends BadRequest {
  override name = 'NotOurs';
}

/** Thrown by a route when what is asked for does not exist. The message is shown: "There is no school with URN 999999." */
export class NotFound extends Error {
  override name = 'NotFound';
}

/** For `app.notFound`: no page has this address. */
export const answerNotFound: NotFoundHandler = (c) =>
  notFound(c, 'If you typed the web address, check that it is correct.');

/**
 * For `app.onError`: answers 400 and 404 for the errors above, Hono's own refusals as they are, and 500 for any other. A 500 is written to `log` as one line
 * of JSON with an id; the page shows the id and nothing else of the error.
 */
export function answerError(log: (line: string) => void = (line) => process.stderr.write(line)): ErrorHandler {
  return (error, c) => {
    if (error instanceof NotFound) return notFound(c, error.message);
    // The framework refuses a form from another site with 403; nothing else of it answers so.
    if (error instanceof NotOurs || (error instanceof HTTPException && error.status === 403)) tellOfTry(c, error, log);
    if (error instanceof BadRequest) return refused(c, error.message, 400);
    if (error instanceof SignInNeeded) return signInFirst(c);
    if (error instanceof SecondFactorNeeded) return c.redirect(paths.secondFactor(wayBack(c)), 303);
    if (error instanceof Forbidden) return forbidden(c, error);
    if (error instanceof HTTPException && error.status < 500) return refused(c, error.message, error.status);
    if (isGivenUp(error)) return c.body(null, 400);
    const id = randomUUID().slice(0, 8);
    const at = new Date().toISOString();
    log(`${JSON.stringify({ at, id, method: c.req.method, path: c.req.path, error: error.stack ?? String(error) })}\n`);
    return page(c, <ServerErrorPage id={id} />, 500);
  };
}

/** Who is signed in goes with it: somebody may be using their session. */
function tellOfTry(c: Context, error: Error, log: (line: string) => void): void {
  const entry = {
    refused: error.message,
    method: c.req.method,
    path: c.req.path,
    ip: ipOf(c),
    person: c.get('person')?.id,
  };
  log(`${JSON.stringify({ at: new Date().toISOString(), ...entry })}\n`);
}

/** The connection was closed while its request was being read: no fault of ours, and nobody is there to be answered. */
function isGivenUp(error: Error): boolean {
  return error.message === 'aborted' && (error as NodeJS.ErrnoException).code === 'ECONNRESET';
}

function notFound(c: Context, message: string) {
  return page(
    c,
    <ProblemPage title="Page not found" message={message}>
      <p class="govuk-body">
        You can{' '}
        <a class="govuk-link" href={paths.search()}>
          search for a school
        </a>{' '}
        or{' '}
        <a class="govuk-link" href={paths.areas()}>
          choose an area
        </a>
        .
      </p>
    </ProblemPage>,
    404,
  );
}

function signInFirst(c: Context) {
  return c.redirect(paths.signIn(wayBack(c)), 303);
}

/** Only a page that was asked for is gone back to: what a form sent is lost, and its page is asked for again by hand. */
function wayBack(c: Context): string | undefined {
  if (c.req.method !== 'GET') return undefined;
  const { pathname, search } = new URL(c.req.url);
  return pathname + search;
}

function forbidden(c: Context, { deed }: Forbidden) {
  const acting = c.get('person')?.acting;
  return page(
    c,
    <Page title="You do not have permission">
      <p class="govuk-body">
        {acting ? (
          <>
            You are acting as {acting.role} for {acting.organisation.name}, and that role does not let you {deed} here.
          </>
        ) : (
          <>You hold no role that lets you {deed} here.</>
        )}
      </p>
      <p class="govuk-body">
        If you hold another role, you can{' '}
        <a class="govuk-link" href={paths.account()}>
          change the role you act in
        </a>
        . Otherwise ask the administrator of your organisation.
      </p>
    </Page>,
    403,
  );
}

function refused(c: Context, message: string, status: ContentfulStatusCode) {
  return page(c, <ProblemPage title="Sorry, that request does not work" message={message} />, status);
}

function ProblemPage({ title, message, children }: { title: string; message: string; children?: ComponentChildren }) {
  return (
    <Page title={title}>
      <p class="govuk-body">{message}</p>
      {children}
    </Page>
  );
}

function ServerErrorPage({ id }: { id: string }) {
  return (
    <Page title="Sorry, there is a problem with the service">
      <p class="govuk-body">Try again later.</p>
      <p class="govuk-body">
        If it happens again, tell the people who run this service that the error number is <strong>{id}</strong>.
      </p>
    </Page>
  );
}
