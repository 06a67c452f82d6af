import { Button } from '../../../govuk/button.tsx';
import { Checkboxes } from '../../../govuk/checkboxes.tsx';
import { Select } from '../../../govuk/select.tsx';
import { Textarea } from '../../../govuk/textarea.tsx';
import { errorsOf, type FormState } from '../../../need/pages/round/rounds.tsx';
import { londonMoment } from '../../../opendata/rules/london-time.ts';
import { Form } from '../../../web/form.tsx';
import { Page } from '../../../web/layout.tsx';
import { paths } from '../../../web/paths.ts';
import { ApprovalParts, counted, crumbsOf, Done, faultOf, type OfRound } from './parts.tsx';
import type { ProposalChoice } from './put-forward.tsx';

export interface ShareShown {
  id: string;
  reader: string;
  by: string;
  at: string;
  endedAt: string | null;
  scenario: string | null;
  isWhole: boolean;
  comments: readonly { words: string; at: string }[];
}

interface PanelProps extends OfRound {
  shares: readonly ShareShown[];
  readers: readonly { id: string; name: string; organisation: string }[];
  proposals: readonly ProposalChoice[];
  writes: boolean;
  form: FormState;
  done: string | null;
}

const DONE = { shared: 'The plan is shared; each reader is told by mail.', ended: 'The reading is ended.' };

/** Who was given a plan to read, what they said of it, and where one is shared. */
export function PanelPage(props: PanelProps) {
  const { organisation, round, shares, writes, form, done } = props;
  const reading = shares.filter(({ endedAt }) => endedAt === null);
  return (
    <Page
      title={`Shared with the panel, ${round.title}: ${organisation.name}`}
      heading="Shared with the panel"
      caption={round.title}
      breadcrumbs={crumbsOf(props)}
      errors={errorsOf(form)}
    >
      <Done done={done} words={DONE} />
      <p class="app-lede">
        {reading.length === 0
          ? 'Nobody can read a copy now.'
          : `${counted(reading.length, 'copy', 'copies')} can be read now.`}{' '}
        Each copy is fixed: what a reader saw stays as it was.
      </p>
      <ApprovalParts organisation={organisation} round={round} current="panel" />
      {shares.length === 0 ? (
        <p class="govuk-body">No plan has been shared yet.</p>
      ) : (
        <div class="app-stack">
          {shares.map((share) => (
            <ShareBlock {...props} share={share} />
          ))}
        </div>
      )}
      {writes && <ShareForm {...props} />}
    </Page>
  );
}

function ShareBlock({ organisation, round, share, writes }: PanelProps & { share: ShareShown }) {
  const { reader, by, at, endedAt, scenario, isWhole, comments } = share;
  return (
    <section aria-label={`Shared with ${reader}`}>
      <h2 class="govuk-heading-s">{reader}</h2>
      <p class="govuk-body">
        {scenario === null ? 'The copy is no longer kept' : `Scenario “${scenario}”`}
        {isWhole ? '' : ', only what concerns the partner'}; shared by {by}, {londonMoment(new Date(at))}
        {endedAt === null ? '' : `; ended ${londonMoment(new Date(endedAt))}`}.
      </p>
      {comments.map((comment) => (
        <p class="govuk-body">
          <span class="app-letter">{comment.words}</span> <small>({londonMoment(new Date(comment.at))})</small>
        </p>
      ))}
      {writes && endedAt === null && (
        <Form action={paths.endPlanningShare(organisation.id, round.id, share.id)}>
          <Button class="govuk-button--secondary" preventDoubleClick>
            End the reading<span class="govuk-visually-hidden"> of {reader}</span>
          </Button>
        </Form>
      )}
    </section>
  );
}

function ShareForm({ organisation, round, readers, proposals, form }: PanelProps) {
  if (proposals.length === 0)
    return <p class="govuk-body">No proposal of this round has ended with a plan yet, so there is nothing to share.</p>;
  if (readers.length === 0)
    return <p class="govuk-body">Nobody else of your service or its partners can be given a plan to read.</p>;
  return (
    <section aria-labelledby="share">
      <h2 class="govuk-heading-m" id="share">
        Share a plan
      </h2>
      <Form action={paths.planningApprovalPart(organisation.id, round.id, 'panel')}>
        <Select
          name="proposal"
          label={{ text: 'Proposal' }}
          value={form.typed.proposal}
          errorMessage={faultOf(form, 'proposal')}
          items={proposals.map(({ id, words }) => ({ value: id, text: words }))}
        />
        <Checkboxes
          name="reader"
          class="govuk-checkboxes--small"
          errorMessage={faultOf(form, 'reader')}
          fieldset={{ legend: { text: 'Who may read it and comment', class: 'govuk-fieldset__legend--s' } }}
          hint={{ text: 'Somebody of a partner sees only what concerns the partner, and the totals.' }}
          items={readers.map(({ id, name, organisation: theirs }) => ({ value: id, text: `${name}, ${theirs}` }))}
        />
        <Textarea
          name="words"
          rows={2}
          label={{ text: 'Note to the readers (optional)' }}
          value={form.typed.words}
          errorMessage={faultOf(form, 'words')}
        />
        <Button preventDoubleClick>Share the plan</Button>
      </Form>
    </section>
  );
}
