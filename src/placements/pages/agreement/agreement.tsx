import type { PlacementPart } from '../../../access/placement-parts.ts';
import { Button } from '../../../govuk/button.tsx';
import { SummaryList } from '../../../govuk/summary-list.tsx';
import { dayText } from '../../../schools/rules/figure-words.ts';
import { Form } from '../../../web/form.tsx';
import { paths } from '../../../web/paths.ts';
import type { AgreementContent } from '../../rules/agreement/content.ts';
import type { MissingPart } from '../../rules/agreement/missing.ts';
import type { Signature, SigningPart } from '../../rules/agreement/signing.ts';
import type { Placement } from '../../rules/placement.ts';
import { PlacementFrame } from '../placement-frame.tsx';
import { AgreementSections } from './sections.tsx';
import { Signatures } from './signatures.tsx';
import { type VersionListed, Versions } from './versions.tsx';

interface Meeting {
  heldOn: string;
  present: string;
  workingStyle: string;
  access: string;
  authorityTold: string;
}

export interface AgreementPageProps {
  placement: Placement;
  part: PlacementPart;
  /** The newest note of the meeting, and how many there are; null for those who do not read them. */
  meetings: { last: Meeting | null; notes: number } | null;
  draft: { number: number; revision: number; content: AgreementContent; missing: readonly MissingPart[] } | null;
  /** The newest version that was sent out. */
  sent: { number: number } | null;
  signers: readonly SigningPart[];
  signatures: readonly Signature[];
  versions: readonly VersionListed[];
  /** What the reader can do here now. */
  can: {
    note: boolean;
    write: boolean;
    send: boolean;
    sign: boolean;
    takeBack: boolean;
    addObjective: boolean;
    discard: boolean;
  };
  done: string | null;
}

/** The agreement of a placement: the meeting where it was negotiated, the draft, who has signed, every version. */
export function AgreementPage(props: AgreementPageProps) {
  const { placement, part, meetings, draft, sent, signers, signatures, versions, can, done } = props;
  return (
    <PlacementFrame placement={placement} part={part} current="agreement" done={done}>
      {can.sign && sent !== null && (
        <p>
          <Button href={paths.agreementPage(placement.id, 'sign')}>Sign version {sent.number}</Button>
        </p>
      )}
      {meetings !== null && <Meeting placement={placement} meetings={meetings} notes={can.note} />}
      {draft === null ? (
        <NoDraft {...props} />
      ) : (
        <section aria-labelledby="draft">
          <h2 class="govuk-heading-m" id="draft">
            Draft of version {draft.number}
          </h2>
          <Missing missing={draft.missing} />
          <AgreementSections content={draft.content} changes={can.write ? placement.id : null} />
          {can.addObjective && (
            <p class="govuk-body app-no-print">
              <a class="govuk-link" href={paths.agreementPage(placement.id, 'objective')}>
                Add an objective
              </a>
            </p>
          )}
          {can.discard && (
            <Form action={paths.agreementPage(placement.id, 'discard')}>
              <input type="hidden" name="revision" value={draft.revision} />
              <Button preventDoubleClick class="govuk-button--warning">
                Discard the draft
              </Button>
            </Form>
          )}
          {can.send && (
            <p class="app-no-print">
              <Button href={paths.agreementPage(placement.id, 'send')}>Send for signature</Button>
            </p>
          )}
        </section>
      )}
      {sent !== null && <Signatures version={sent.number} signers={signers} signatures={signatures} />}
      {can.takeBack && (
        <p class="govuk-body app-no-print">
          Something should change before you sign?{' '}
          <a class="govuk-link" href={paths.placementMove(placement.id, 'reopen-agreement')}>
            Take the agreement back, with a reason
          </a>
        </p>
      )}
      {versions.length > 0 && <Versions placementId={placement.id} versions={versions} />}
    </PlacementFrame>
  );
}

function Meeting({
  placement,
  meetings: { last, notes: count },
  notes,
}: {
  placement: Placement;
  meetings: NonNullable<AgreementPageProps['meetings']>;
  notes: boolean;
}) {
  return (
    <section aria-labelledby="meeting">
      <h2 class="govuk-heading-m" id="meeting">
        Contracting meeting
      </h2>
      {last === null ? (
        <p class="govuk-body">Not noted yet.</p>
      ) : (
        <SummaryList
          rows={[
            ['Held on', dayText(last.heldOn)],
            ['Who was there', last.present],
            ['How they will work together', last.workingStyle],
            ['What the leader has access to', last.access],
            ['How the authority is told', last.authorityTold],
          ].map(([key, value]) => ({ key: { text: key }, value: { text: value, class: 'app-letter' } }))}
        />
      )}
      {count > 1 && <p class="govuk-body">This is the newest of {count} notes; the earlier ones stay in the record.</p>}
      {notes && (
        <p class="govuk-body app-no-print">
          <a class="govuk-link" href={paths.agreementPage(placement.id, 'meeting')}>
            {last === null ? 'Note the meeting' : 'Note it again, or another meeting'}
          </a>
        </p>
      )}
    </section>
  );
}

function NoDraft({ placement, sent, can }: AgreementPageProps) {
  if (!can.write) return sent === null ? <p class="govuk-body">The agreement is not being written yet.</p> : null;
  return (
    <Form action={paths.agreementPage(placement.id, 'draft')}>
      {placement.state === 'under way' && (
        <p class="govuk-body">
          To extend the placement or to agree something else, write a new version. The one in force holds until
          everybody has signed the new one.
        </p>
      )}
      <Button preventDoubleClick class={sent === null ? undefined : 'govuk-button--secondary'}>
        {sent === null ? 'Begin the agreement' : `Begin version ${sent.number + 1} from version ${sent.number}`}
      </Button>
    </Form>
  );
}

/** What a draft lacks, one line a part. */
export function Missing({ missing }: { missing: readonly MissingPart[] }) {
  if (missing.length === 0) return <p class="govuk-body">Every part is filled in.</p>;
  return (
    <>
      <p class="govuk-body">In progress. Before it can be signed:</p>
      <ul class="govuk-list govuk-list--bullet">
        {missing.map(({ words }) => (
          <li>{words}</li>
        ))}
      </ul>
    </>
  );
}
