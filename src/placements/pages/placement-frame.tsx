import type { ComponentChildren } from 'preact';
import type { PlacementPart } from '../../access/placement-parts.ts';
import { NotificationBanner } from '../../govuk/notification-banner.tsx';
import { Tag } from '../../govuk/tag.tsx';
import { WarningText } from '../../govuk/warning-text.tsx';
import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';
import { pagesFor, type Placement, type PlacementPage } from '../rules/placement.ts';
import { PAGE_WORDS, STATE_TAGS } from '../rules/state-words.ts';
import { FROZEN, STATE_MEANS } from '../rules/states.ts';

interface PlacementFrameProps {
  placement: Placement;
  /** What the reader is in it: decides which pages they are led to. */
  part: PlacementPart;
  /** The page they are on. */
  current: PlacementPage;
  /** Of this page, when it is not the page's own name: "Note of visit". */
  heading?: string;
  errors?: readonly { text: string; href: string }[];
  /** What was just done. */
  done?: string | null;
  wide?: boolean;
  children?: ComponentChildren;
}

/** Every page of a placement: which one it is, where it stands, and the way to its other pages. */
export function PlacementFrame(props: PlacementFrameProps) {
  const { placement, part, current, heading = PAGE_WORDS[current], errors = [], done = null, wide, children } = props;
  return (
    <Page
      title={`${heading}: ${placement.reference}, ${placement.supported.name}`}
      heading={heading}
      caption={`${placement.reference}: ${placement.supported.name}`}
      wide={wide}
      breadcrumbs={[
        { text: 'Home', href: paths.home() },
        { text: 'Placements', href: listHref(placement, part) },
        ...(current === 'overview'
          ? []
          : [{ text: `Placement ${placement.reference}`, href: paths.placement(placement.id) }]),
      ]}
      errors={errors}
    >
      {done !== null && <NotificationBanner type="success">{done}</NotificationBanner>}
      <p class="govuk-body">
        <StateTag state={placement.state} /> {STATE_MEANS[placement.state]}
      </p>
      {FROZEN.includes(placement.state) && (
        <WarningText iconFallbackText="Note">
          {placement.state === 'paused'
            ? 'This placement is paused: nothing can be added or changed until it is taken up again.'
            : 'This placement is over: nothing can be added or changed.'}
        </WarningText>
      )}
      <PlacementPages placement={placement} part={part} current={current} />
      {children}
    </Page>
  );
}

/** The list that a reader comes from: the service's board, or their school's placements. */
function listHref({ organisationId, supported, home }: Placement, part: PlacementPart): string {
  if (part === 'service') return paths.placements(organisationId);
  return paths.schoolPlacements(part.startsWith('supported') || home === null ? supported.urn : home.urn);
}

export function StateTag({ state }: Pick<Placement, 'state'>) {
  const { text, colour } = STATE_TAGS[state];
  return <Tag class={`govuk-tag--${colour}`}>{text}</Tag>;
}

function PlacementPages({ placement, part, current }: Pick<PlacementFrameProps, 'placement' | 'part' | 'current'>) {
  return (
    <nav class="app-no-print" aria-label="Pages of the placement">
      <ul class="govuk-list app-choices">
        {pagesFor(part).map((page) => (
          <li>
            {page === current ? (
              <strong aria-current="page">{PAGE_WORDS[page]}</strong>
            ) : (
              <a class="govuk-link" href={paths.placementPage(placement.id, page)}>
                {PAGE_WORDS[page]}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
