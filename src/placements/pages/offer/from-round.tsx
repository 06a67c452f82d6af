import { Button } from '../../../govuk/button.tsx';
import { Table } from '../../../govuk/table.tsx';
import { Form } from '../../../web/form.tsx';
import { Page } from '../../../web/layout.tsx';
import { paths } from '../../../web/paths.ts';
import { ScrollRegion } from '../../../web/scroll-region.tsx';
import { NotificationBanner } from '../../../govuk/notification-banner.tsx';

interface FromRoundPageProps {
  organisation: { id: string; name: string };
  round: { id: string; title: string };
  pairs: readonly {
    id: string;
    school: string;
    leader: string;
    support: string;
    days: number;
    placement: { id: string; reference: string } | null;
  }[];
  done: { begun: number; already: number; open: readonly { school: string; id: string }[] } | null;
}

/** The approved pairs of a round and the placements that they were begun as. */
export function FromRoundPage({ organisation, round, pairs, done }: FromRoundPageProps) {
  const action = paths.beginFromRound(organisation.id, round.id);
  const left = pairs.filter(({ placement }) => placement === null).length;
  return (
    <Page
      title={`Placements of ${round.title}: ${organisation.name}`}
      heading="Begin placements"
      caption={round.title}
      wide
      breadcrumbs={[
        { text: 'Home', href: paths.home() },
        { text: 'Approved pairs', href: paths.planningApprovalPart(organisation.id, round.id, 'approved') },
      ]}
    >
      {done !== null && (
        <NotificationBanner type={done.open.length === 0 ? 'success' : undefined}>
          <p class="govuk-notification-banner__heading">
            {done.begun === 1 ? '1 placement is begun.' : `${done.begun} placements are begun.`}
            {done.already > 0 && ` ${done.already} had been begun before.`}
          </p>
          {done.open.map(({ school, id }) => (
            <p class="govuk-body">
              {school} has{' '}
              <a class="govuk-link" href={paths.placement(id)}>
                an open placement of the same kind
              </a>{' '}
              already: end that first, or carry on with it.
            </p>
          ))}
        </NotificationBanner>
      )}
      <p class="app-lede">
        Each placement begins with the approved leader first on its short list. The approval of the round stands for the
        triage; the rule of focus is asked before the offer.
      </p>
      {pairs.length === 0 ? (
        <p class="govuk-body">No pair of this round is approved and stands.</p>
      ) : (
        <ScrollRegion label="Approved pairs and their placements">
          <Table
            caption="Approved pairs and their placements"
            captionClass="govuk-visually-hidden"
            class="app-table"
            firstCellIsHeader
            head={[
              { text: 'School' },
              { text: 'Leader' },
              { text: 'Support' },
              { text: 'Days', format: 'numeric' },
              { text: 'Placement' },
            ]}
            rows={pairs.map(({ id, school, leader, support, days, placement }) => [
              { text: school },
              { text: leader },
              { text: support },
              { text: days, format: 'numeric' as const },
              {
                text:
                  placement === null ? (
                    <BeginPair action={action} pair={id} school={school} />
                  ) : (
                    <a class="govuk-link" href={paths.placement(placement.id)}>
                      {placement.reference}
                    </a>
                  ),
              },
            ])}
          />
        </ScrollRegion>
      )}
      {left > 0 && (
        <Form action={action}>
          <Button preventDoubleClick>{left === 1 ? 'Begin the placement' : `Begin all ${left} placements`}</Button>
        </Form>
      )}
    </Page>
  );
}

function BeginPair({ action, pair, school }: { action: string; pair: string; school: string }) {
  return (
    <Form action={action}>
      <input type="hidden" name="pair" value={pair} />
      <Button class="govuk-button--secondary govuk-!-margin-bottom-0" preventDoubleClick>
        Begin the placement<span class="govuk-visually-hidden"> of {school}</span>
      </Button>
    </Form>
  );
}
