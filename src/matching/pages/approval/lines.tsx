import { Checkboxes } from '../../../govuk/checkboxes.tsx';
import { Button } from '../../../govuk/button.tsx';
import { Table } from '../../../govuk/table.tsx';
import { Tag } from '../../../govuk/tag.tsx';
import { Textarea } from '../../../govuk/textarea.tsx';
import type { FormState } from '../../../need/pages/round/rounds.tsx';
import { Form } from '../../../web/form.tsx';
import { paths } from '../../../web/paths.ts';
import { ScrollRegion } from '../../../web/scroll-region.tsx';
import { type Against, AGAINST_WORDS } from '../../rules/approval/differences.ts';
import type { OpenItem } from '../../rules/approval/gates.ts';
import type { PutLine } from '../../rules/approval/pair.ts';
import { counted, faultOf, type OfRound } from './parts.tsx';

/** A line of the plan as it stands for the reader. */
export interface LineShown {
  id: string;
  line: PutLine;
  against: Against;
  /** What is open on it for everybody and for the reader; empty when the reader may approve it. */
  open: readonly OpenItem[];
}

/** Whether the reader may approve a line as it was proposed. */
export function isReady({ line, against, open }: LineShown): boolean {
  return line.leaderKey !== null && against !== 'same' && open.length === 0;
}

/** The plan line by line: with whom, how it stands to what is approved, and every item that is open on it. */
export function LineTable({ organisation, round, lines }: OfRound & { lines: readonly LineShown[] }) {
  return (
    <ScrollRegion label="Lines of the plan">
      <Table
        caption="The plan that was put forward"
        captionClass="govuk-visually-hidden"
        class="app-table"
        firstCellIsHeader
        attributes={{ id: 'lines' }}
        head={[
          { text: 'School' },
          { text: 'Support' },
          { text: 'Days', format: 'numeric' },
          { text: 'Leader' },
          { text: 'Against what is approved' },
          { text: 'Open' },
        ]}
        rows={lines.map((shown) => [
          { text: shown.line.supported.name },
          { text: shown.line.support },
          { text: shown.line.days, format: 'numeric' },
          { text: <WithWhom line={shown.line} /> },
          { text: AGAINST_WORDS[shown.against] },
          { text: <OpenCell shown={shown} href={paths.approvePair(organisation.id, round.id, shown.id)} /> },
        ])}
      />
    </ScrollRegion>
  );
}

/** The leader of a line with the journey, or why there is none. */
export function WithWhom({ line }: { line: PutLine }) {
  if (line.leaderKey === null) return <>Nobody: {line.why}</>;
  return (
    <>
      {line.leader}
      <br />
      <small>
        {line.km} km, about {line.minutes} minutes
      </small>
    </>
  );
}

function OpenCell({ shown, href }: { shown: LineShown; href: string }) {
  const { line, against, open } = shown;
  if (against === 'same') return <Tag class="govuk-tag--green">Approved</Tag>;
  if (line.leaderKey === null && against === 'nobody') return <>Nothing to approve</>;
  return (
    <>
      {open.length === 0 ? (
        <Tag class="govuk-tag--blue">Ready for you</Tag>
      ) : (
        <ul class="govuk-list govuk-list--bullet app-reasons">
          {open.map(({ words }) => (
            <li>{words}</li>
          ))}
        </ul>
      )}
      <a class="govuk-link app-no-print" href={href}>
        Look at this pair<span class="govuk-visually-hidden"> of {line.supported.name}</span>
      </a>
    </>
  );
}

/** Where all pairs on which nothing is open are approved in one go, each named. */
export function ApproveForm({
  organisation,
  round,
  forwardId,
  lines,
  form,
}: OfRound & { forwardId: string; lines: readonly LineShown[]; form: FormState }) {
  const ready = lines.filter(isReady);
  if (ready.length === 0)
    return <p class="govuk-body">No pair is ready for you to approve: what is open stands with each line.</p>;
  return (
    <Form action={paths.planningApprovalPart(organisation.id, round.id, 'pairs')}>
      <input type="hidden" name="forward" value={forwardId} />
      <Checkboxes
        name="line"
        class="govuk-checkboxes--small"
        values={ready.map(({ id }) => id)}
        errorMessage={faultOf(form, 'line')}
        fieldset={{
          legend: { text: 'Pairs that you approve as proposed', class: 'govuk-fieldset__legend--s' },
        }}
        items={ready.map(({ id, line }) => ({
          value: id,
          text: `${line.supported.name}, ${line.support}, ${line.days} days: ${line.leaderKey === null ? '' : line.leader}`,
        }))}
      />
      <Textarea
        name="words"
        rows={2}
        label={{ text: 'Words of the approval (optional)' }}
        value={form.typed.words}
        errorMessage={faultOf(form, 'words')}
      />
      <Checkboxes
        name="noInterest"
        errorMessage={faultOf(form, 'noInterest')}
        items={[{ value: 'yes', text: 'I have no interest in any of these schools, on either side' }]}
      />
      <Button preventDoubleClick>Approve {counted(ready.length, 'pair')} in my name</Button>
    </Form>
  );
}
