import type { ComponentChildren } from 'preact';
import { type Attributes, classNames, hasText, type Text } from './attributes.ts';
import { Hint, type HintOptions } from './hint.tsx';
import { Label } from './label.tsx';

/** One choice of a set of checkboxes or radios. */
export interface ChoiceItem {
  text: Text;
  value: string | number;
  /** By default the name of the set, with a number from the second choice on. */
  id?: string;
  checked?: boolean;
  disabled?: boolean;
  hint?: HintOptions;
  /** Fields that show when this choice is made. */
  conditional?: Text;
  label?: { class?: string; attributes?: Attributes };
  attributes?: Attributes;
}

/** Words between choices, for example "or". */
export interface ChoiceDivider {
  divider: string;
}

interface ChoiceProps extends ChoiceItem {
  kind: 'checkboxes' | 'radios';
  id: string;
  name: string;
  behaviour?: 'exclusive';
  /** Ids that describe the whole set, where it has no fieldset to say so. */
  describedBy?: string;
}

/** A box or button with its label, its hint, and what shows when it is chosen. */
export function Choice(props: ChoiceProps) {
  const { kind, id, name, text, value, checked, disabled, hint, conditional, label, behaviour } = props;
  const hintId = hint && hasText(hint.text) ? `${id}-item-hint` : undefined;
  const conditionalId = hasText(conditional) ? `conditional-${id}` : undefined;
  return (
    <>
      <div class={`govuk-${kind}__item`}>
        <input
          class={`govuk-${kind}__input`}
          id={id}
          name={name}
          type={kind === 'radios' ? 'radio' : 'checkbox'}
          value={value}
          checked={checked}
          disabled={disabled}
          data-aria-controls={conditionalId}
          data-behaviour={behaviour}
          aria-describedby={classNames(props.describedBy, hintId) || undefined}
          {...props.attributes}
        />
        <Label {...label} text={text} class={classNames(`govuk-${kind}__label`, label?.class)} for={id} />
        {hintId && <Hint {...hint} id={hintId} class={classNames(`govuk-${kind}__hint`, hint?.class)} />}
      </div>
      {conditionalId && (
        <Conditional kind={kind} id={conditionalId} shown={checked}>
          {conditional}
        </Conditional>
      )}
    </>
  );
}

interface ConditionalProps {
  kind: ChoiceProps['kind'];
  id: string;
  shown?: boolean;
  children: ComponentChildren;
}

function Conditional({ kind, id, shown, children }: ConditionalProps) {
  const base = `govuk-${kind}__conditional`;
  return (
    <div class={classNames(base, !shown && `${base}--hidden`)} id={id}>
      {children}
    </div>
  );
}

/** Id of a choice: the first has that of the set, so that an error summary can link to it. */
export function choiceId(item: { id?: string }, setId: string, index: number): string {
  return item.id || (index === 0 ? setId : `${setId}-${index + 1}`);
}
