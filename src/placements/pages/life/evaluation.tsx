import type { PlacementPart } from '../../../access/placement-parts.ts';
import { SummaryList } from '../../../govuk/summary-list.tsx';
import { Table } from '../../../govuk/table.tsx';
import { londonMoment } from '../../../opendata/rules/london-time.ts';
import { dayText } from '../../../schools/rules/figure-words.ts';
import { paths } from '../../../web/paths.ts';
import { ScrollRegion } from '../../../web/scroll-region.tsx';
import type { Objective } from '../../rules/agreement/content.ts';
import { baselineText } from '../../rules/agreement/sections.ts';
import type { FollowUp } from '../../rules/life/follow-up.ts';
import type { Impact } from '../../rules/life/impact.ts';
import type { LifePolicy, Question } from '../../rules/life/life-policy.ts';
import type { Placement } from '../../rules/placement.ts';
import { PlacementFrame } from '../placement-frame.tsx';

interface Sent {
  answers: Readonly<Record<string, string>>;
  reason: string | null;
  by: string | null;
  at: Date;
  questions: readonly Question[];
}

interface EvaluationPageProps {
  placement: Placement;
  part: PlacementPart;
  evaluation: Sent | null;
  reflection: Sent | null;
  objectives: readonly Objective[];
  impacts: readonly Impact[];
  impact: LifePolicy['impact'];
  /** Empty before the work has ended. */
  followUps: readonly FollowUp[];
  can: { evaluate: boolean; reflect: boolean; note: boolean; follow: boolean };
  done: string | null;
}

/** What a placement came to: the evaluation by the head, the leader's reflection, each objective beside its baseline, the follow-ups. */
export function EvaluationPage(props: EvaluationPageProps) {
  const { placement, part, evaluation, reflection, followUps, can, done } = props;
  return (
    <PlacementFrame placement={placement} part={part} current="evaluation" done={done}>
      <Answers
        title="Evaluation by the supported head"
        sent={evaluation}
        href={can.evaluate ? paths.lifePage(placement.id, 'evaluation/answers') : null}
      />
      <Answers
        title="Reflection of the leader"
        sent={reflection}
        href={can.reflect ? paths.lifePage(placement.id, 'evaluation/reflection') : null}
      />
      <ImpactShown {...props} />
      {followUps.length > 0 && <FollowUps placement={placement} followUps={followUps} follows={can.follow} />}
    </PlacementFrame>
  );
}

function Answers({ title, sent, href }: { title: string; sent: Sent | null; href: string | null }) {
  return (
    <section>
      <h2 class="govuk-heading-m">{title}</h2>
      {sent === null ? (
        <p class="govuk-body">Not sent yet.</p>
      ) : (
        <>
          <p class="govuk-body">
            Sent {londonMoment(sent.at)}
            {sent.by !== null && ` by ${sent.by}`}.
            {sent.reason !== null && ` It takes the place of an earlier one: ${sent.reason}`}
          </p>
          <SummaryList
            rows={sent.questions.map(({ code, label }) => ({
              key: { text: label },
              value: { text: sent.answers[code] ?? 'Not asked', class: 'app-letter' },
            }))}
          />
        </>
      )}
      {href !== null && (
        <p class="govuk-body app-no-print">
          <a class="govuk-link" href={href}>
            {sent === null ? 'Answer' : 'Send another in its place'}
            <span class="govuk-visually-hidden">: {title}</span>
          </a>
        </p>
      )}
    </section>
  );
}

function ImpactShown({ placement, objectives, impacts, impact, can }: EvaluationPageProps) {
  if (objectives.length === 0) return null;
  return (
    <section>
      <h2 class="govuk-heading-m">What each objective came to</h2>
      <p class="govuk-body">{impact.caution}</p>
      <ScrollRegion label="What each objective came to">
        <Table
          caption="Objectives"
          captionClass="govuk-visually-hidden"
          class="app-table"
          firstCellIsHeader
          head={[
            { text: 'Objective' },
            { text: 'Baseline' },
            { text: 'Target' },
            { text: 'At the end' },
            { text: 'For comparison' },
            { text: 'How sure' },
            { text: 'What happened' },
          ]}
          rows={objectives.map(({ key, aim, measure, baseline, target }, place) => {
            const said = impacts.find(({ objective }) => objective === key);
            return [
              {
                text: (
                  <>
                    {place + 1}. {aim} ({measure}){' '}
                    {can.note && (
                      <a
                        class="govuk-link app-no-print"
                        href={paths.lifePage(placement.id, 'evaluation/impact', { objective: String(key) })}
                      >
                        {said === undefined ? 'Note' : 'Note again'}
                        <span class="govuk-visually-hidden"> what objective {place + 1} came to</span>
                      </a>
                    )}
                  </>
                ),
              },
              { text: baseline === null ? 'None' : baselineText(baseline) },
              { text: target },
              { text: said === undefined ? 'Not noted yet' : `${said.value} on ${dayText(said.asAt)}: ${said.source}` },
              { text: said === undefined ? '' : comparison(said) },
              {
                text:
                  said === undefined
                    ? ''
                    : (impact.confidence.find(({ code }) => code === said.confidence)?.label ?? said.confidence),
              },
              { text: said?.words ?? '', class: 'app-letter' },
            ];
          })}
        />
      </ScrollRegion>
    </section>
  );
}

function comparison({ comparator }: Impact): string {
  if (comparator === null) return 'None published';
  const { of, label, year, text } = comparator;
  return `${of}: ${text}, ${label}, ${year} to ${year + 1}`;
}

function FollowUps({
  placement,
  followUps,
  follows,
}: {
  placement: Placement;
  followUps: readonly FollowUp[];
  follows: boolean;
}) {
  return (
    <section>
      <h2 class="govuk-heading-m">Follow-up</h2>
      {followUps.map(({ months, from, due, held }) => (
        <>
          <h3 class="govuk-heading-s">After {months} months</h3>
          {held === null ? (
            <p class="govuk-body">
              Due from {dayText(from)} to {dayText(due)}.{' '}
              {follows && (
                <a
                  class="govuk-link app-no-print"
                  href={paths.lifePage(placement.id, 'evaluation/follow-up', { months: String(months) })}
                >
                  Note the follow-up<span class="govuk-visually-hidden"> after {months} months</span>
                </a>
              )}
            </p>
          ) : (
            <SummaryList
              rows={[
                ['Held on', dayText(held.heldOn)],
                ['Who was spoken with', held.who],
                ['What lasted', held.lasted],
                ['New need', held.newNeed ?? 'None seen'],
              ].map(([key, value]) => ({ key: { text: key }, value: { text: value, class: 'app-letter' } }))}
            />
          )}
        </>
      ))}
    </section>
  );
}
