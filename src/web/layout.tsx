import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import { classNames } from '../govuk/attributes.ts';
import { BackLink } from '../govuk/back-link.tsx';
import { type BreadcrumbItem, Breadcrumbs } from '../govuk/breadcrumbs.tsx';
import { ErrorSummary, type ErrorSummaryItem } from '../govuk/error-summary.tsx';
import { ServiceNavigation } from '../govuk/service-navigation.tsx';
import { SkipLink } from '../govuk/skip-link.tsx';
import { assetUrl } from './assets.ts';
import { Brand } from './brand.tsx';
import { DemonstrationBanner } from './demonstration-banner.tsx';
import { Footer } from './footer.tsx';
import { navigationAt } from './navigation.ts';
import { PageRequestContext } from './render.tsx';
import { SignedIn } from './signed-in.tsx';

interface PageProps {
  /** Title of the document, without the name of the service. Most telling words first. */
  title: string;
  /** The one `h1`: by default the title; null when the content brings its own, as a form's legend or label may. */
  heading?: ComponentChildren;
  /** Small words above the heading, for example the kind of thing that it names. */
  caption?: ComponentChildren;
  /** Where the page stands, from the home page down, without the page itself. */
  breadcrumbs?: readonly BreadcrumbItem[];
  /** Instead of breadcrumbs, within a journey. */
  backLink?: { href: string; text?: string };
  /** The same as the page in a form that programs follow. */
  feed?: { title: string; href: string };
  /** Room for a map or a table of many columns. */
  wide?: boolean;
  /** Keeps the page out of search engines: for lists of people, which are published but need not be found by a person's name. */
  noindex?: boolean;
  /** What is wrong with what was sent: shown above the heading, and said in the title. */
  errors?: readonly ErrorSummaryItem[];
  children?: ComponentChildren;
}

/** GOV.UK components that need JavaScript look for these classes, so they are set before the first of them is read. */
const MARK_SUPPORT =
  "document.body.className+=' js-enabled'+('noModule' in HTMLScriptElement.prototype?' govuk-frontend-supported':'')";

/** The whole HTML document: every page of the site is one of these. Answer with `page(c, ...)` of render.tsx. */
export function Page({
  title,
  heading = title,
  caption,
  breadcrumbs,
  backLink,
  feed,
  wide,
  noindex,
  errors = [],
  children,
}: PageProps) {
  const { path, nonce, person = null, demonstration } = useContext(PageRequestContext);
  return (
    <html lang="en-GB" class="govuk-template">
      <head>
        <meta charset="utf-8" />
        <title>{`${errors.length > 0 ? 'Error: ' : ''}${title} – Alongside`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="theme-color" content="#123f3d" />
        {noindex && <meta name="robots" content="noindex" />}
        <link rel="icon" href={assetUrl('mark')} type="image/svg+xml" />
        <link rel="stylesheet" href={assetUrl('govukStyles')} />
        <link rel="stylesheet" href={assetUrl('ownStyles')} />
        {feed && <link rel="alternate" type="application/atom+xml" title={feed.title} href={feed.href} />}
        {nonce && <script type="module" nonce={nonce} src={assetUrl('startScript')} />}
      </head>
      <body class={classNames('govuk-template__body', wide && 'app-wide')}>
        {nonce && <script nonce={nonce} dangerouslySetInnerHTML={{ __html: MARK_SUPPORT }} />}
        <SkipLink href="#main-content">Skip to main content</SkipLink>
        <header class="govuk-template__header">
          <ServiceNavigation
            class="app-header govuk-service-navigation--inverse"
            ariaLabel="Service"
            navigationLabel="Main"
            navigation={navigationAt(path, person)}
            start={<Brand />}
            end={<SignedIn person={person} path={path} />}
          />
          {demonstration && <DemonstrationBanner />}
        </header>
        <div class="govuk-width-container">
          {breadcrumbs && <Breadcrumbs items={breadcrumbs} />}
          {backLink && (
            <nav aria-label="Back">
              <BackLink href={backLink.href}>{backLink.text}</BackLink>
            </nav>
          )}
          <main class="govuk-main-wrapper" id="main-content">
            {errors.length > 0 && <ErrorSummary errorList={errors} />}
            {heading !== null && <Heading caption={caption}>{heading}</Heading>}
            {children}
          </main>
        </div>
        <Footer />
      </body>
    </html>
  );
}

function Heading({ caption, children }: Pick<PageProps, 'caption' | 'children'>) {
  return (
    <h1 class="govuk-heading-xl">
      {caption && <span class="govuk-caption-xl">{caption} </span>}
      {children}
    </h1>
  );
}
