import { Select } from '../../govuk/select.tsx';
import type { FeatureSet, FeatureToChoose, OwnChoice, OwnFeaturesPolicy } from '../rules/feature-set.ts';
import { academicYear } from '../../schools/rules/facts.ts';

interface OwnSetFieldsProps {
  own: OwnFeaturesPolicy;
  /** What was chosen; empty for a set that begins with the weights of `context`. */
  choices: readonly OwnChoice[];
  context: FeatureSet | undefined;
}

/** A weight and a scale for each feature that a set can be made of. */
export function OwnSetFields({ own, choices, context }: OwnSetFieldsProps) {
  const weights = Array.from({ length: own.mostWeight + 1 }, (_, weight) => weight);
  const weightOf = (figure: FeatureToChoose['figure']) => {
    const start = context?.features.find((feature) => feature.figure === figure)?.weight ?? 0;
    return choices.length === 0 ? start : (choices.find((choice) => choice.figure === figure)?.weight ?? 0);
  };
  return (
    <>
      <p class="govuk-body">
        Choose “Your own set” above, and how much each feature counts: 0 leaves it out. The address of the page then
        holds the set, so that it can be kept or sent on.
      </p>
      {own.features.map(({ figure, label, year }) => (
        <div class="app-filters">
          <Select
            name={`w.${figure}`}
            label={{ text: year === null ? label : `${label}, ${academicYear(year)}` }}
            value={weightOf(figure)}
            items={weights.map((weight) => ({ text: weight === 0 ? '0, left out' : weight, value: weight }))}
          />
          <Select
            name={`s.${figure}`}
            label={{
              text: (
                <>
                  measured by<span class="govuk-visually-hidden">: {label}</span>
                </>
              ),
            }}
            value={choices.some((choice) => choice.figure === figure && choice.scale === 'range') ? 'range' : 'sd'}
            items={[
              { text: 'standard deviation', value: 'sd' },
              { text: 'range', value: 'range' },
            ]}
          />
        </div>
      ))}
    </>
  );
}
