import { Page } from './layout.tsx';
import { paths } from './paths.ts';

/** The accessibility statement that the 2018 Regulations ask of a public body's website. */
export function AccessibilityPage() {
  return (
    <Page title="Accessibility statement" breadcrumbs={[{ text: 'Home', href: paths.home() }]}>
      <p class="govuk-body">
        This statement is about Alongside as it is delivered. A council, trust or hub that runs it is responsible for
        its own copy, and should add how to contact it.
      </p>
      <h2 class="govuk-heading-m">How accessible this website is</h2>
      <p class="govuk-body">You should be able to:</p>
      <ul class="govuk-list govuk-list--bullet">
        <li>use every page without JavaScript</li>
        <li>reach and use everything with a keyboard alone, and see where you are</li>
        <li>zoom to 400%, or read on a screen 320 pixels wide, without scrolling sideways to read text</li>
        <li>listen to every page with a screen reader: each chart and map has a table of the same numbers</li>
        <li>change colours and fonts, or use high contrast, without losing meaning: nothing is told by colour alone</li>
        <li>print every page</li>
      </ul>
      <h2 class="govuk-heading-m">Compliance</h2>
      <p class="govuk-body">
        The website is built to meet the{' '}
        <a class="govuk-link" href="https://www.w3.org/TR/WCAG22/">
          Web Content Accessibility Guidelines version 2.2
        </a>{' '}
        AA standard. It has been checked by automatic tests only, not yet by an audit or by people who use assistive
        technology, so we do not claim full compliance.
      </p>
      <h2 class="govuk-heading-m">What is not accessible</h2>
      <p class="govuk-body">
        Wide tables scroll sideways inside their own frame on a small screen. The published files that pages link to are
        CSV files as their publishers made them.
      </p>
      <h2 class="govuk-heading-m">How it is tested</h2>
      <p class="govuk-body">
        Each change is tested by axe-core against the rules for WCAG 2.0, 2.1 and 2.2 at levels A and AA and its best
        practices, in Chromium, at 320 and 1,280 pixels, with and without JavaScript.
      </p>
      <h2 class="govuk-heading-m">If something does not work for you</h2>
      <p class="govuk-body">
        Tell the organisation that runs this copy of Alongside. If you are not happy with its answer, contact the{' '}
        <a class="govuk-link" href="https://www.equalityadvisoryservice.com/">
          Equality Advisory and Support Service
        </a>
        . The Equality and Human Rights Commission enforces the Public Sector Bodies (Websites and Mobile Applications)
        (No. 2) Accessibility Regulations 2018.
      </p>
      <p class="govuk-body">This statement was prepared on 21 November 2026.</p>
    </Page>
  );
}
