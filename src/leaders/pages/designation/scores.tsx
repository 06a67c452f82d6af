import { Button } from '../../../govuk/button.tsx';
import { CharacterCount } from '../../../govuk/character-count.tsx';
import { Radios } from '../../../govuk/radios.tsx';
import { Table } from '../../../govuk/table.tsx';
import { Form } from '../../../web/form.tsx';
import { paths } from '../../../web/paths.ts';
import { ScrollRegion } from '../../../web/scroll-region.tsx';
import type { Sitting } from '../../rules/designation/application.ts';
import type { OfApplication } from './application.tsx';
import { faultOf } from './form-shown.tsx';

/** Who sits on the panel, who has scored; scores side by side once all are in, and before that one's own form. */
export function PanelScores(props: OfApplication) {
  const { file, ruleSet, personId } = props;
  const { application, sitting, scores } = file;
  if (!application.moves.some(({ to }) => to === 'panel')) return null;
  const own = sitting.find((one) => one.personId === personId);
  const scoring = sitting.filter(({ declared }) => declared !== 'interest');
  const allIn = scoring.length > 0 && scoring.every(({ scored }) => scored);
  return (
    <>
      <h2 class="govuk-heading-m">Panel</h2>
      <ul class="govuk-list govuk-list--bullet">
        {sitting.map((one) => (
          <li>
            {one.name} ({one.part}): {standing(one)}
          </li>
        ))}
      </ul>
      {allIn && (
        <ScrollRegion label="Scores">
          <Table
            caption="Scores, side by side"
            captionClass="govuk-table__caption--s"
            class="app-table"
            firstCellIsHeader
            head={[{ text: 'Criterion' }, ...scores.map(({ by }) => ({ text: by }))]}
            rows={ruleSet.criteria.map(({ key, label }) => [
              { text: label },
              ...scores.map(({ scores: given }) => ({
                text: (
                  <>
                    <strong>{given[key]?.score ?? 'Not scored'}</strong>{' '}
                    <span class="app-letter">{given[key]?.words ?? ''}</span>
                  </>
                ),
              })),
            ])}
          />
        </ScrollRegion>
      )}
      {!allIn && application.state === 'panel' && own?.declared === 'no interest' && <ScoreForm {...props} />}
    </>
  );
}

function standing({ declared, scored }: Sitting): string {
  if (declared === 'interest') return 'has an interest and takes no part';
  if (scored) return 'has scored';
  return declared === null ? 'has not declared yet' : 'has not scored yet';
}

function ScoreForm({ organisation, round, ruleSet, file, personId, form }: OfApplication) {
  const before = file.scores.find(({ byId }) => byId === personId)?.scores ?? {};
  return (
    <Form action={paths.designationDeed(organisation.id, round.id, file.application.id, 'scores')}>
      <p class="govuk-body">
        Score on your own. Until all are in nobody sees another’s, and you can change yours; after that they stand.
      </p>
      {ruleSet.criteria.map(({ key, label, help }) => (
        <>
          <Radios
            name={`${key}-score`}
            class="govuk-radios--inline"
            value={form.typed[`${key}-score`] ?? (before[key] === undefined ? undefined : String(before[key].score))}
            errorMessage={faultOf(form, `${key}-score`)}
            fieldset={{ legend: { text: label, class: 'govuk-fieldset__legend--s' } }}
            hint={{ text: help }}
            items={ruleSet.scale.map(({ score, words }) => ({ value: String(score), text: `${score}: ${words}` }))}
          />
          <CharacterCount
            name={`${key}-words`}
            label={{ text: `Why, for “${label}”` }}
            value={form.typed[`${key}-words`] ?? before[key]?.words}
            errorMessage={faultOf(form, `${key}-words`)}
            rows={3}
            maxlength={2000}
            threshold={75}
          />
        </>
      ))}
      <Button preventDoubleClick>Keep my scores</Button>
    </Form>
  );
}
