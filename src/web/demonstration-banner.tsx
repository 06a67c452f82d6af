import { PhaseBanner } from '../govuk/phase-banner.tsx';
import { paths } from './paths.ts';

/** On every page while the site is for trying out, so that nobody takes what is invented for real. */
export function DemonstrationBanner() {
  return (
    <PhaseBanner tag={{ text: 'Demonstration' }} class="app-demonstration">
      This site is for trying out. People and organisations whose names begin “Demonstration:” are invented, and mail
      stays in the{' '}
      <a class="govuk-link" href={paths.outbox()}>
        outbox
      </a>
      .
    </PhaseBanner>
  );
}
