import { Details } from '../../../govuk/details.tsx';
import { Tag } from '../../../govuk/tag.tsx';
import { dayInWords, londonMoment } from '../../../opendata/rules/london-time.ts';
import { type InterestPolicy, kindWords } from '../../rules/interest-policy.ts';
import { conflictWords, countsOn, type Standing } from '../../rules/register/standing.ts';

/** Other standing and interests, each with what follows of it; those taken back behind them. */
export function Standings({
  standings,
  interests,
  today,
  linkOf,
}: {
  standings: readonly Standing[];
  interests: Pick<InterestPolicy, 'kinds'>;
  today: string;
  linkOf: ((id: string) => string) | null;
}) {
  const stands = standings.filter(({ withdrawn }) => withdrawn === null);
  const takenBack = standings.filter(({ withdrawn }) => withdrawn !== null);
  return (
    <>
      {stands.length === 0 && <p class="govuk-body">None is written down.</p>}
      {stands.map((one) => (
        <section aria-label={`${kindWords(interests, one.kind)}, ${aboutWords(one)}`}>
          <h3 class="govuk-heading-s govuk-!-margin-bottom-1">
            {kindWords(interests, one.kind)}: {aboutWords(one)}{' '}
            {!countsOn(one, interests, today) && <Tag class="govuk-tag--grey">No longer counts</Tag>}
          </h3>
          <p class="govuk-body govuk-!-margin-bottom-1">
            <span class="app-letter">{one.words}</span>
            {span(one) !== '' && ` (${span(one)})`}
          </p>
          <p class="govuk-body">
            {conflictWords(interests, one.kind)}{' '}
            {linkOf !== null && (
              <a class="govuk-link app-no-print" href={linkOf(one.id)}>
                Take back
                <span class="govuk-visually-hidden">
                  {' '}
                  {kindWords(interests, one.kind)}, {aboutWords(one)}
                </span>
              </a>
            )}
          </p>
        </section>
      ))}
      {takenBack.length > 0 && (
        <Details summaryText={`Taken back (${takenBack.length})`}>
          <ul class="govuk-list govuk-list--bullet">
            {takenBack.map((one) => (
              <li>
                {kindWords(interests, one.kind)}, {aboutWords(one)}: <span class="app-letter">{one.words}</span>. Taken
                back by {one.withdrawn!.by ?? 'somebody of the service'}, {londonMoment(new Date(one.withdrawn!.at))}:{' '}
                <span class="app-letter">{one.withdrawn!.why}</span>
              </li>
            ))}
          </ul>
        </Details>
      )}
    </>
  );
}

function aboutWords({ about, urn, trustUid }: Standing): string {
  return about ?? (urn !== null ? `URN ${urn}` : trustUid !== null ? `trust ${trustUid}` : 'as a whole');
}

function span({ since, until }: Standing): string {
  return `${since === null ? '' : `from ${dayInWords(since)} `}${until === null ? '' : `until ${dayInWords(until)}`}`.trim();
}
