import { Button } from '../../../govuk/button.tsx';
import { Table } from '../../../govuk/table.tsx';
import { londonMoment } from '../../../opendata/rules/london-time.ts';
import { Form } from '../../../web/form.tsx';
import { Page } from '../../../web/layout.tsx';
import { paths } from '../../../web/paths.ts';
import { ScrollRegion } from '../../../web/scroll-region.tsx';
import type { ApprovedPair } from '../../rules/approval/approved-table.ts';
import { ApprovalParts, counted, crumbsOf, type OfRound } from './parts.tsx';

interface ApprovedProps extends OfRound {
  standing: readonly (ApprovedPair & { id: string })[];
  /** Whether the reader may begin placements. */
  begins: boolean;
  /** Lines of the list that no longer stand, the newest last, each with why. */
  ended: readonly (ApprovedPair & { why: string })[];
}

/** The pairs that are approved and stand, ready to hand on to placements; and those that stood once. */
export function ApprovedPage(props: ApprovedProps) {
  const { organisation, round, standing, ended, begins } = props;
  return (
    <Page
      title={`Approved pairs, ${round.title}: ${organisation.name}`}
      heading="Approved pairs"
      caption={round.title}
      wide
      breadcrumbs={crumbsOf(props)}
    >
      <p class="app-lede">
        {standing.length === 0
          ? 'Pairs stand here once they are approved, ready to hand on to placements.'
          : `${counted(standing.length, 'pair')} approved and ready to hand on to placements.`}
      </p>
      <ApprovalParts organisation={organisation} round={round} current="approved" />
      {standing.length === 0 ? (
        <p class="govuk-body">No pair is approved yet.</p>
      ) : (
        <>
          <p class="govuk-body app-no-print">
            <a class="govuk-link" href={paths.planningApprovalPart(organisation.id, round.id, 'approved.csv')}>
              The list as CSV
            </a>{' '}
            or{' '}
            <a class="govuk-link" href={paths.planningApprovalPart(organisation.id, round.id, 'approved.xlsx')}>
              as a workbook
            </a>
          </p>
          {begins && (
            <p class="govuk-body app-no-print">
              <a class="govuk-link" href={paths.beginFromRound(organisation.id, round.id)}>
                Begin the placements, one by one or all at once
              </a>
            </p>
          )}
          <ScrollRegion label="Approved pairs">
            <Table
              caption="Pairs that stand"
              captionClass="govuk-visually-hidden"
              class="app-table"
              firstCellIsHeader
              head={begins ? [...HEAD, { text: 'Placement' }] : HEAD}
              rows={standing.map((one) => [
                ...cellsOf(one, one.differs === null ? '' : `Not as proposed: ${one.differs}`),
                ...(begins
                  ? [{ text: <Begin action={paths.beginFromRound(organisation.id, round.id)} one={one} /> }]
                  : []),
              ])}
            />
          </ScrollRegion>
        </>
      )}
      {ended.length > 0 && (
        <section aria-labelledby="ended">
          <h2 class="govuk-heading-m" id="ended">
            No longer standing
          </h2>
          <ScrollRegion label="Pairs that no longer stand">
            <Table
              caption="Pairs that stood once"
              captionClass="govuk-visually-hidden"
              class="app-table"
              firstCellIsHeader
              head={HEAD}
              rows={ended.map((one) => cellsOf(one, one.why))}
            />
          </ScrollRegion>
        </section>
      )}
    </Page>
  );
}

/** Begins the placement of one pair; where it is begun already, leads to it. */
function Begin({ action, one }: { action: string; one: ApprovedPair & { id: string } }) {
  return (
    <Form action={action}>
      <input type="hidden" name="pair" value={one.id} />
      <Button class="govuk-button--secondary govuk-!-margin-bottom-0" preventDoubleClick>
        Begin the placement<span class="govuk-visually-hidden"> of {one.pair.supported.name}</span>
      </Button>
    </Form>
  );
}

const HEAD = [
  { text: 'School' },
  { text: 'Support' },
  { text: 'Days', format: 'numeric' },
  { text: 'Leader' },
  { text: 'Approved' },
  { text: 'Note' },
] as const;

function cellsOf({ pair, days, by, at }: ApprovedPair, note: string) {
  return [
    { text: pair.supported.name },
    { text: pair.support },
    { text: days, format: 'numeric' as const },
    { text: pair.leader },
    { text: `${by}, ${londonMoment(new Date(at))}` },
    { text: note },
  ];
}
