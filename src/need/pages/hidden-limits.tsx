import { InsetText } from '../../govuk/inset-text.tsx';
import type { PlacePolicy } from '../../schools/rules/place-policy.ts';
import { academicYear } from '../../schools/rules/facts.ts';
import type { References } from '../rules/hidden/hidden-england.ts';
import type { HiddenPolicy } from '../rules/hidden/hidden-policy.ts';

interface Props {
  policy: HiddenPolicy;
  places: PlacePolicy;
  references: References;
}

/** What the list says and does not say, with the lines of both policies and where they come from. */
export function HiddenLimits({ policy, places, references }: Props) {
  const { coastal, openWater, affluent, rural } = places;
  return (
    <section aria-labelledby="how">
      <h2 class="govuk-heading-m" id="how">
        How this is worked out
      </h2>
      <InsetText>
        A gap is a reason to ask, and not a judgement of a school: few pupils stand behind each figure, and a school
        does not decide alone where its pupils go.
      </InsetText>
      {policy.measures.map((measure) => {
        const reference = references.get(measure.disadvantaged) ?? null;
        return (
          <p class="govuk-body">
            <b>{measure.phaseGroup === 'primary' ? 'Primary schools' : 'Secondary schools'}: </b>
            {measure.title.toLowerCase()}.{' '}
            {reference === null ? (
              <>
                No published file held here has this for the disadvantaged pupils of a school, so nothing is said of any
                of these schools. The official tables of key stage 2 have it, and it is read when they are imported.
              </>
            ) : (
              <>
                In mainstream schools of England {(reference.disadvantaged * 100).toFixed(1)}% of disadvantaged pupils
                did so in {academicYear(reference.year)}. A school is listed when its disadvantaged pupils are more than{' '}
                {measure.behindOthers.points} points behind its other pupils, or more than{' '}
                {measure.behindEngland.points} points behind disadvantaged pupils of England, with a chance of at least{' '}
                {Math.round(measure.behindOthers.chance * 100)}%. ({measure.linesSource}.)
              </>
            )}
          </p>
        );
      })}
      <p class="govuk-body">
        Up to three years are put together, older ones counting for less, and every share is read against those of all
        schools, so that a year of few pupils is not taken for more than it says. A suppressed figure stays unknown. The
        list begins with the gap that is surest and largest: the one whose lowest likely value is highest.
      </p>
      <p class="govuk-body">
        <b>Coastal</b>: within {coastal.withinMetres / 1000} km of the sea in a straight line ({coastal.source}). Water
        narrower than {openWater.widthMetres / 1000} km is taken for a river. <b>Rural</b>: {rural.source}.{' '}
        <b>Affluent</b>: {affluent.source}.
      </p>
      <p class="govuk-body-s">
        Policies: “{policy.title}” (policies/need/{policy.id}.json) and “{places.title}” (policies/places/{places.id}
        .json). Coastline: Office for National Statistics. Contains OS data © Crown copyright and database right 2022.
      </p>
    </section>
  );
}
