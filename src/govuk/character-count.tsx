import { classNames } from './attributes.ts';
import { Hint } from './hint.tsx';
import { i18nAttributes } from './i18n-attributes.ts';
import { Textarea, type TextareaProps } from './textarea.tsx';

/** A message by plural rule; `%{count}` stands for the number. */
type PluralMessage = Readonly<Record<string, string>>;

interface CharacterCountProps extends Omit<TextareaProps, 'describedBy' | 'disabled' | 'autocomplete'> {
  /** The limit, in characters or in words. Check it on the server too: this only counts. */
  maxlength?: number | string;
  maxwords?: number | string;
  countType?: 'characters' | 'words' | 'length';
  /** Percentage of the limit from which the count shows. */
  threshold?: number | string;
  countMessage?: { class?: string };
  textareaDescriptionText?: string;
  charactersUnderLimitText?: PluralMessage;
  charactersAtLimitText?: string;
  charactersOverLimitText?: PluralMessage;
  wordsUnderLimitText?: PluralMessage;
  wordsAtLimitText?: string;
  wordsOverLimitText?: PluralMessage;
}

/** Several lines of text with a limit, and how much of it is left. */
export function CharacterCount(props: CharacterCountProps) {
  const { name, id = name, label, hint, errorMessage, formGroup, rows, spellcheck, value, attributes } = props;
  const { maxlength, maxwords, threshold, countMessage, textareaDescriptionText } = props;
  const countType = props.countType ?? (maxwords ? 'words' : undefined);
  const limit = maxwords || maxlength;
  const description =
    textareaDescriptionText ?? `You can enter up to %{count} ${countType === 'words' ? 'words' : 'characters'}`;
  const groupAttributes = {
    'data-module': 'govuk-character-count',
    ...given({
      'data-maxlength': maxlength,
      'data-maxwords': maxwords,
      'data-threshold': threshold,
      'data-count-type': countType,
    }),
    ...i18nAttributes({
      // With no limit known here, the script sets one and fills in the description.
      'textarea-description': limit || !textareaDescriptionText ? undefined : { other: textareaDescriptionText },
      'characters-under-limit': props.charactersUnderLimitText,
      'characters-at-limit': props.charactersAtLimitText,
      'characters-over-limit': props.charactersOverLimitText,
      'words-under-limit': props.wordsUnderLimitText,
      'words-at-limit': props.wordsAtLimitText,
      'words-over-limit': props.wordsOverLimitText,
    }),
    ...formGroup?.attributes,
  };
  const message = (
    <Hint
      id={`${id}-info`}
      class={classNames('govuk-character-count__message', countMessage?.class)}
      text={limit ? description.replace('%{count}', String(limit)) : ''}
    />
  );
  return (
    <Textarea
      id={id}
      name={name}
      describedBy={`${id}-info`}
      rows={rows}
      spellcheck={spellcheck}
      value={value}
      label={label}
      hint={hint}
      errorMessage={errorMessage}
      attributes={attributes}
      class={classNames('govuk-js-character-count', props.class)}
      formGroup={{
        class: classNames('govuk-character-count', formGroup?.class),
        attributes: groupAttributes,
        beforeInput: formGroup?.beforeInput,
        afterInput: [message, formGroup?.afterInput],
      }}
    />
  );
}

function given(attributes: Readonly<Record<string, string | number | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );
}
