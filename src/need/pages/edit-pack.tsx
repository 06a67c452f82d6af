import { Button } from '../../govuk/button.tsx';
import { Checkboxes } from '../../govuk/checkboxes.tsx';
import { Input } from '../../govuk/input.tsx';
import { Radios } from '../../govuk/radios.tsx';
import { Select } from '../../govuk/select.tsx';
import { Textarea } from '../../govuk/textarea.tsx';
import { Form } from '../../web/form.tsx';
import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';
import type { MinimumStandards } from '../rules/minimum-standards.ts';
import type { NeedPolicy } from '../rules/need-policy.ts';
import type { OwnPack } from '../rules/own-pack.ts';
import { asTyped, type PackField, type PackGroup, valueAt, valueWords } from '../rules/pack-fields.ts';
import { indicatorWords, ruleWords } from '../rules/policy-words.ts';
import { countsBox, type PackProblem, switchesOf } from '../schema/pack-edit.ts';

interface EditPackPageProps {
  organisation: { id: string; name: string };
  pack: OwnPack;
  group: PackGroup;
  standards: MinimumStandards;
  problems: readonly PackProblem[];
  /** What was typed, by the place of the field; what is not in it stands as it is. */
  typed: Readonly<Record<string, unknown>>;
}

/** The form of one group of a draft: each value in words, with its unit and what it is in the pack that this one was copied from. */
export function EditPackPage({ organisation, pack, group, standards, problems, typed }: EditPackPageProps) {
  const messageOf = (path: string) => problems.find((problem) => problem.path === path)?.message;
  const switches = switchesOf(group, pack.policy);
  const boxes = new Set([...group.fields.map(({ path }) => path), ...switches.map(countsBox)]);
  return (
    <Page
      title={`${group.title}: change`}
      caption={pack.policy.title}
      heading={group.title}
      backLink={{ href: paths.needPack(organisation.id, pack.id), text: 'Back to the draft' }}
      errors={problems.map(({ path, message }) => ({
        text: message,
        href: `#${boxes.has(path) ? path : (group.fields[0]?.path ?? 'save')}`,
      }))}
    >
      <Explained policy={pack.policy} group={group} standards={standards} />
      <p class="govuk-body">“As copied” is the value in “{pack.base.title}”, which this pack was copied from.</p>
      <Form action={paths.editNeedPack(organisation.id, pack.id, group.id)}>
        {group.fields.map((field, i) => {
          const place = switches.find((one) => isFirstOf(one, group.fields, i));
          return (
            <>
              {place !== undefined && <Switch {...{ pack, place, typed, message: messageOf(countsBox(place)) }} />}
              <Field
                field={field}
                value={typed[field.path] ?? valueAt(pack.policy, field.path)}
                isTyped={typed[field.path] !== undefined}
                base={pack.base}
                message={messageOf(field.path)}
              />
            </>
          );
        })}
        <Button preventDoubleClick attributes={{ id: 'save' }}>
          Save
        </Button>
      </Form>
    </Page>
  );
}

/** Whether a field is the first of a part that can be switched off: the question whether it counts stands before it. */
function isFirstOf(place: string, fields: readonly PackField[], index: number): boolean {
  return (
    fields[index]!.path.startsWith(`${place}.`) &&
    fields.slice(0, index).every(({ path }) => !path.startsWith(`${place}.`))
  );
}

function Explained({
  policy,
  group,
  standards,
}: { policy: NeedPolicy } & Pick<EditPackPageProps, 'group' | 'standards'>) {
  const indicator = policy.indicators[Number(group.id.replace('indicator-', ''))];
  if (indicator === undefined) return null;
  const { what, schools } = indicatorWords(indicator, standards);
  return (
    <p class="govuk-body">
      {schools}. {what}
    </p>
  );
}

interface SwitchProps extends Pick<EditPackPageProps, 'pack' | 'typed'> {
  place: string;
  message: string | undefined;
}

function Switch({ pack, place, typed, message }: SwitchProps) {
  const box = countsBox(place);
  const rule = place.startsWith('atLeast.') ? pack.policy.atLeast[Number(place.replace('atLeast.', ''))] : undefined;
  return (
    <Radios
      name={box}
      idPrefix={box}
      class="govuk-radios--inline"
      fieldset={{
        legend: {
          text:
            rule === undefined
              ? 'Does this indicator count?'
              : `Rule ${Number(place.replace('atLeast.', '')) + 1}: does it count? ${ruleWords(rule)}`,
          class: 'govuk-fieldset__legend--s',
        },
      }}
      errorMessage={message === undefined ? undefined : { text: message }}
      value={typeof typed[box] === 'string' ? typed[box] : pack.switchedOff.includes(place) ? 'no' : 'yes'}
      items={[
        { value: 'yes', text: 'Yes' },
        { value: 'no', text: 'No' },
      ]}
    />
  );
}

interface FieldProps {
  field: PackField;
  value: unknown;
  /** Whether the value came back from the form, as text. */
  isTyped: boolean;
  base: NeedPolicy;
  message: string | undefined;
}

function Field({ field, value, isTyped, base, message }: FieldProps) {
  const { path, label, unit, kind } = field;
  const shown = {
    name: path,
    label: { text: label, class: 'govuk-label--s' },
    hint: { text: baseWords(field, base) },
    errorMessage: message === undefined ? undefined : { text: message },
  };
  const text = isTyped && typeof value === 'string' ? value : asTyped(value, kind);
  switch (kind) {
    case 'words':
      return text.length > 60 ? <Textarea {...shown} rows={3} value={text} /> : <Input {...shown} value={text} />;
    case 'flag':
      return (
        <Radios
          name={path}
          idPrefix={path}
          class="govuk-radios--inline"
          fieldset={{ legend: { text: label, class: 'govuk-fieldset__legend--s' } }}
          hint={shown.hint}
          errorMessage={shown.errorMessage}
          value={text}
          items={[
            { value: 'yes', text: 'Yes' },
            { value: 'no', text: 'No' },
          ]}
        />
      );
    case 'category':
      return (
        <Select {...shown} value={text} items={['A', 'B', 'C', 'D'].map((code) => ({ text: code, value: code }))} />
      );
    case 'categories':
      return (
        <>
          <input type="hidden" name={`${path}.sent`} value="yes" />
          <Checkboxes
            name={path}
            idPrefix={path}
            fieldset={{ legend: { text: label, class: 'govuk-fieldset__legend--s' } }}
            hint={shown.hint}
            errorMessage={shown.errorMessage}
            values={[value].flat().filter((one): one is string => typeof one === 'string')}
            items={['A', 'B', 'C', 'D'].map((code) => ({ text: code, value: code }))}
          />
        </>
      );
    default:
      return (
        <Input
          {...shown}
          class={kind === 'years' ? 'govuk-input--width-20' : 'govuk-input--width-5'}
          inputmode={kind === 'years' || kind === 'year' ? undefined : 'decimal'}
          value={text}
          {...(unit !== null && { suffix: { text: unit } })}
        />
      );
  }
}

function baseWords(field: PackField, base: NeedPolicy): string {
  if (field.isNew === true) return 'Leave both empty for none.';
  const value = valueAt(base, field.path);
  if (value === undefined) return 'Not in the pack that this one was copied from.';
  const step = /\.steps\.\d+\.level$/.test(field.path) ? ' Empty the name to take the step out.' : '';
  return `As copied: ${valueWords(value, field)}.${step}`;
}
