import { Details } from '../../../govuk/details.tsx';
import { MEASURES } from '../../../opendata/rules/measures.ts';
import { paths } from '../../../web/paths.ts';
import { academicYear } from '../../rules/facts.ts';
import { figureText } from '../../rules/figure-words.ts';
import type { AreaProfile, TakesForMeasure } from '../../rules/profile/area-profile.ts';
import { profileLabel, takesSentence } from '../../rules/profile/profile-words.ts';

/** How many schools must move for the area to pass England, measure by measure. */
export function WhatItTakes({ profile: { area, takes } }: { profile: Pick<AreaProfile, 'area' | 'takes'> }) {
  return (
    <>
      {takes.map((one) => (
        <>
          <h3 class="govuk-heading-s">
            {profileLabel(one)}, {academicYear(one.year)}
          </h3>
          <p class="govuk-body">{takesSentence(area.name, one)}</p>
          {one.fewest > 0 && <Which takes={one} />}
        </>
      ))}
      <p class="app-source">
        Each school counts for its pupils. It says where the distance to England lies, not which school is at fault: a
        large school a little short can weigh more than a small one far short, and England moves too.
      </p>
    </>
  );
}

function Which({ takes }: { takes: TakesForMeasure }) {
  const { measure, short, fewest } = takes;
  return (
    <Details summaryText={fewest === 1 ? 'Which school' : `Which ${fewest} schools`}>
      <ul class="govuk-list govuk-list--bullet">
        {short.slice(0, fewest).map(({ urn, name, value, weight }) => (
          <li>
            <a class="govuk-link" href={paths.school(urn)}>
              {name}
            </a>
            : {figureText(value, measure)} of {weight.toLocaleString('en-GB')} pupils
          </li>
        ))}
      </ul>
      <p class="govuk-body-s">{MEASURES[measure].label}; the greatest weight first.</p>
    </Details>
  );
}
