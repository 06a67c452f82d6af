import { paths } from './paths.ts';

const LICENCE = 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/';

/** Who made the data, under which licence, and who did not make this site. */
export function Footer() {
  return (
    <footer class="app-footer">
      <div class="govuk-width-container">
        <ul class="app-footer__links">
          <li>
            <a class="govuk-link" href={paths.sources()}>
              Sources of the data
            </a>
          </li>
          <li>
            <a class="govuk-link" href={paths.directory()}>
              Directory of leaders
            </a>
          </li>
          <li>
            <a class="govuk-link" href={paths.accessibility()}>
              Accessibility statement
            </a>
          </li>
          <li>
            <a class="govuk-link" href={paths.privacy()}>
              Privacy
            </a>
          </li>
          <li>
            <a class="govuk-link" href={paths.cookies()}>
              Cookies
            </a>
          </li>
          <li>
            <a class="govuk-link" href={paths.complain()}>
              Complaints
            </a>
          </li>
        </ul>
        <p>
          Contains public sector information licensed under the{' '}
          <a class="govuk-link" rel="license" href={LICENCE}>
            Open Government Licence v3.0
          </a>
          , from the Department for Education and Ofsted. Boundaries: Office for National Statistics, licensed under the
          Open Government Licence v3.0. Contains OS data © Crown copyright and database right.
        </p>
        <p>Alongside is not a service of GOV.UK, the Department for Education or Ofsted.</p>
      </div>
    </footer>
  );
}
