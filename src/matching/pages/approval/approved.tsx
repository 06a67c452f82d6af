import { Table } from '../../../govuk/table.tsx';
import { londonMoment } from '../../../opendata/rules/london-time.ts';
import { Page } from '../../../web/layout.tsx';
import { paths } from '../../../web/paths.ts';
import { ScrollRegion } from '../../../web/scroll-region.tsx';
import type { ApprovedPair } from '../../rules/approval/approved-table.ts';
import { ApprovalParts, counted, crumbsOf, type OfRound } from './parts.tsx';

interface ApprovedProps extends OfRound {
  standing: readonly ApprovedPair[];
  /** Lines of the list that no longer stand, the newest last, each with why. */
  ended: readonly (ApprovedPair & { why: string })[];
}

/** The pairs that are approved and stand, ready to hand on to placements; and those that stood once. */
export function ApprovedPage(props: ApprovedProps) {
  const { organisation, round, standing, ended } = props;
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
          <ScrollRegion label="Approved pairs">
            <Table
              caption="Pairs that stand"
              captionClass="govuk-visually-hidden"
              class="app-table"
              firstCellIsHeader
              head={HEAD}
              rows={standing.map((one) => cellsOf(one, one.differs === null ? '' : `Not as proposed: ${one.differs}`))}
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
