import { Details } from '../../govuk/details.tsx';
import { paths } from '../../web/paths.ts';
import { inSentence, standingWords } from '../rules/better-words.ts';
import type { DoingBetter, Standing } from '../rules/better-school.ts';
import type { SimilarPolicy } from '../rules/similar-policy.ts';
import { choiceQuery, type SimilarChoice } from '../schema/similar-choice.ts';
import { BetterCard } from './better-card.tsx';

interface DoingBetterProps {
  school: { urn: number; name: string };
  doingBetter: DoingBetter;
  policy: SimilarPolicy;
  choice: SimilarChoice;
}

const DISTANCES = [5, 10, 15, 25, 50, 100, 200];
const MOST_CARDS = 6;

/** Who does better from here: on which measure, among how many, and each such school with what it has that this one could ask for. */
export function DoingBetterSection(props: DoingBetterProps) {
  const { chosen } = props.doingBetter;
  return (
    <section aria-labelledby="nearby">
      <h2 class="govuk-heading-l" id="nearby">
        Similar, nearby and doing better
      </h2>
      {chosen === null ? (
        <p class="govuk-body">
          None of the results that are looked at is published for this school under its present number, so nobody can be
          said to do better.
        </p>
      ) : (
        <Found {...props} chosen={chosen} />
      )}
    </section>
  );
}

function Found({ school, doingBetter, policy, choice, chosen }: DoingBetterProps & { chosen: Standing }) {
  const { schools, inRange, similar, comparable, better, leftOut, byReader } = doingBetter;
  const km = policy.nearbyKm;
  const [shown, more] = [schools.slice(0, MOST_CARDS), schools.slice(MOST_CARDS)];
  const wider = DISTANCES.find((distance) => distance > km);
  return (
    <>
      <p class="govuk-body">
        Looked at: <strong>{inSentence(chosen.measure.label)}</strong>
        {byReader ? ', as chosen' : ', on which this school stands lowest of those held'}: {standingWords(chosen)}.
      </p>
      <p class="govuk-body">
        Of {counted(inRange, 'school')} of its phase within {km} km, {similar.toLocaleString('en-GB')}{' '}
        {similar === 1 ? 'counts' : 'count'} as similar and {comparable.toLocaleString('en-GB')} of these share enough
        years to tell. {better === 0 ? 'None does' : better === 1 ? 'One does' : `${better.toLocaleString('en-GB')} do`}{' '}
        better consistently, beyond what chance explains.
        {leftOut > 0 &&
          ` ${counted(leftOut, 'school')} of the most similar ${leftOut === 1 ? 'is' : 'are'} not shown, for the latest inspection says otherwise.`}{' '}
        {schools.length === 0 && wider !== undefined && (
          <a class="govuk-link" href={paths.similarSchools(school.urn, choiceQuery({ ...choice, km: wider }))}>
            Look within {wider} km
          </a>
        )}
      </p>
      {shown.length > 0 && (
        <>
          <p class="govuk-body">
            Better results are no proof of better teaching: ask what they do, and whether it would help here. The most
            similar come first.
          </p>
          <ul class="app-cards app-cards--wide">
            {shown.map((one) => (
              <BetterCard own={school} school={one} measure={chosen.measure} policy={policy} />
            ))}
          </ul>
        </>
      )}
      {more.length > 0 && (
        <Details summaryText={`${more.length} more, less similar`}>
          <ul class="govuk-list govuk-list--bullet">
            {more.map(({ urn, name, laName, km: away, rank }) => (
              <li>
                <a class="govuk-link" href={paths.school(urn)}>
                  {name}
                </a>
                , {laName}: {away?.toFixed(1)} km, number {rank.toLocaleString('en-GB')} of the most similar
              </li>
            ))}
          </ul>
        </Details>
      )}
    </>
  );
}

function counted(count: number, one: string): string {
  return `${count.toLocaleString('en-GB')} ${one}${count === 1 ? '' : 's'}`;
}
