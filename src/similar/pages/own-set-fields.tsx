import { Table } from '../../govuk/table.tsx';
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
      <Table
        caption="Features of your own set"
        captionClass="govuk-visually-hidden"
        class="app-table app-table--close"
        firstCellIsHeader
        head={[{ text: 'Feature' }, { text: 'Weight' }, { text: 'A difference is measured by' }]}
        rows={own.features.map(({ figure, label, year }) => [
          { text: year === null ? label : `${label}, ${academicYear(year)}` },
          {
            text: (
              <select class="govuk-select" name={`w.${figure}`} aria-label={`Weight of ${label}`}>
                {weights.map((weight) => (
                  <option value={weight} selected={weight === weightOf(figure)}>
                    {weight}
                  </option>
                ))}
              </select>
            ),
          },
          {
            text: (
              <select class="govuk-select" name={`s.${figure}`} aria-label={`Scale of ${label}`}>
                <option value="sd">standard deviation</option>
                <option
                  value="range"
                  selected={choices.some((choice) => choice.figure === figure && choice.scale === 'range')}
                >
                  range
                </option>
              </select>
            ),
          },
        ])}
      />
    </>
  );
}
