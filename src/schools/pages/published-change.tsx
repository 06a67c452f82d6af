import { Details } from '../../govuk/details.tsx';
import { InsetText } from '../../govuk/inset-text.tsx';
import { paths } from '../../web/paths.ts';
import { dayText } from '../rules/figure-words.ts';
import { nameOfFields } from '../rules/headship/head-sighting.ts';
import type { ComparedStretch } from '../rules/headship/stretches.ts';

/** What the published names say of one change of head, and how surely. */
export function PublishedChange({ stretch }: { stretch: ComparedStretch }) {
  const { before, after, class: verdict, reason } = stretch;
  return (
    <InsetText>
      <p class="govuk-body">
        <strong>{nameOfFields(before.fields)}</strong> on {dayText(before.asAt)},{' '}
        <strong>{nameOfFields(after.fields)}</strong> on {dayText(after.asAt)}.
      </p>
      <p class="govuk-body">
        The names say: {VERDICT_WORDS[verdict]}. {reason}
      </p>
    </InsetText>
  );
}

const VERDICT_WORDS = {
  same: 'no change',
  certain: 'certainly a change',
  likely: 'likely a change',
  unclear: 'unclear',
} as const;

/** The changes of head of a school, the latest first, to choose one to correct. */
export function StretchList({ urn, stretches }: { urn: number; stretches: readonly ComparedStretch[] }) {
  if (stretches.length === 0) {
    return (
      <InsetText>
        There is nothing to correct yet: it takes two dated extracts of the register that both name a head of this
        school.
      </InsetText>
    );
  }
  const latest = stretches.toReversed();
  const changed = latest.filter(({ class: verdict }) => verdict !== 'same');
  const same = latest.filter(({ class: verdict }) => verdict === 'same');
  return (
    <>
      <h2 class="govuk-heading-m">Which change?</h2>
      {changed.length === 0 ? (
        <p class="govuk-body">The names show no change.</p>
      ) : (
        <List urn={urn} stretches={changed} />
      )}
      {same.length > 0 && (
        <Details summaryText="Where the names show no change, and there was one">
          <List urn={urn} stretches={same} />
        </Details>
      )}
    </>
  );
}

function List({ urn, stretches }: { urn: number; stretches: readonly ComparedStretch[] }) {
  return (
    <ul class="govuk-list govuk-list--bullet">
      {stretches.map(({ notBefore, notAfter, before, after }) => (
        <li>
          <a class="govuk-link" href={paths.headshipCorrections(urn, { notBefore, notAfter })}>
            After {dayText(notBefore)} and by {dayText(notAfter)}
          </a>
          : {nameOfFields(before.fields)}, then {nameOfFields(after.fields)}
        </li>
      ))}
    </ul>
  );
}
