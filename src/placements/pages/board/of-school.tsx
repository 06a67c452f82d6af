import { dayText } from '../../../schools/rules/figure-words.ts';
import { Page } from '../../../web/layout.tsx';
import { paths } from '../../../web/paths.ts';
import type { HelpWords } from '../../rules/board/board-file.ts';
import type { Placement } from '../../rules/placement.ts';
import { STATE_MEANS } from '../../rules/states.ts';
import { StateTag } from '../placement-frame.tsx';

interface SchoolPlacementsProps {
  school: { urn: number; name: string };
  received: readonly Placement[];
  given: readonly Placement[];
  help: (placement: Placement) => HelpWords;
  /** Whether the reader may ask for help. */
  asks: boolean;
}

/** What a school's head, its board, or a leader from it sees of its placements, in plain words. */
export function SchoolPlacementsPage({ school, received, given, help, asks }: SchoolPlacementsProps) {
  return (
    <Page
      title={`Placements: ${school.name}`}
      heading="Placements"
      caption={school.name}
      breadcrumbs={[
        { text: 'Home', href: paths.home() },
        { text: school.name, href: paths.school(school.urn) },
      ]}
    >
      <p class="app-lede">
        A placement is help from an experienced leader of another school: what it is for is agreed with you, and you say
        at the end how it went.
      </p>
      {asks && (
        <p class="govuk-body">
          <a class="govuk-link" href={paths.askForHelp(school.urn)}>
            Ask for help
          </a>
        </p>
      )}
      <h2 class="govuk-heading-m">Help for {school.name}</h2>
      <PlacementList
        placements={received}
        help={help}
        empty="No help was asked for or given that you take part in."
        other="home"
      />
      <h2 class="govuk-heading-m">Help from {school.name} for others</h2>
      <PlacementList
        placements={given}
        help={help}
        empty="Nobody from this school helps another at present, as far as you take part in it."
        other="supported"
      />
    </Page>
  );
}

interface PlacementListProps {
  placements: readonly Placement[];
  help: SchoolPlacementsProps['help'];
  empty: string;
  /** Which of the two schools is the other one. */
  other: 'home' | 'supported';
}

function PlacementList({ placements, help, empty, other }: PlacementListProps) {
  if (placements.length === 0) return <p class="govuk-body">{empty}</p>;
  return (
    <ul class="govuk-list govuk-list--spaced">
      {placements.map((placement) => (
        <li>
          <a class="govuk-link" href={paths.placement(placement.id)}>
            {help(placement).type}, {placement.reference}
          </a>{' '}
          <StateTag state={placement.state} />
          <br />
          {other === 'supported'
            ? `For ${placement.supported.name}. `
            : placement.leader === null
              ? 'No leader is found yet. '
              : `With ${placement.leader.name} of ${placement.home?.name}. `}
          {STATE_MEANS[placement.state]}
          {placement.dueOn !== null && ` Next step due by ${dayText(placement.dueOn)}.`}
        </li>
      ))}
    </ul>
  );
}
