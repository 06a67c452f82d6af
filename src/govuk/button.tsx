import type { JSX } from 'preact';
import { type Attributes, classNames, type Text } from './attributes.ts';

export interface ButtonProps {
  /** Makes it a link that looks like a button. */
  href?: string;
  type?: 'submit' | 'button' | 'reset';
  name?: string;
  value?: string | number;
  disabled?: boolean;
  /** Ignores a second press within a second. */
  preventDoubleClick?: boolean;
  /** The large button that starts a journey. */
  isStartButton?: boolean;
  id?: string;
  /** For example `govuk-button--secondary`. */
  class?: string;
  attributes?: Attributes;
  children?: Text;
}

/** A button, or a link that looks like one. */
export function Button(props: ButtonProps) {
  const { href, type = 'submit', name, value, disabled, preventDoubleClick, isStartButton, id, attributes } = props;
  const common = {
    class: classNames('govuk-button', props.class, isStartButton && 'govuk-button--start'),
    'data-module': 'govuk-button',
    ...(id && { id }),
    ...attributes,
  };
  if (href) {
    return (
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- it goes to a page; the script makes the space bar press it
      <a href={href} role="button" draggable={false} {...common}>
        <ButtonContent {...props} />
      </a>
    );
  }
  return (
    <button
      type={type}
      value={value || undefined}
      name={name || undefined}
      disabled={disabled}
      aria-disabled={disabled ? 'true' : undefined}
      data-prevent-double-click={preventDoubleClick === undefined ? undefined : String(preventDoubleClick)}
      {...common}
    >
      <ButtonContent {...props} />
    </button>
  );
}

function ButtonContent({ isStartButton, children }: ButtonProps) {
  if (!isStartButton) return <>{children}</>;
  return (
    <>
      {/* A start button is a flexbox, which would drop the spaces between pieces of marked-up text. */}
      {typeof children === 'string' ? children : <span>{children}</span>}
      <StartIcon />
    </>
  );
}

function StartIcon(): JSX.Element {
  return (
    <svg
      class="govuk-button__start-icon"
      xmlns="http://www.w3.org/2000/svg"
      width="17.5"
      height="19"
      viewBox="0 0 33 40"
      aria-hidden="true"
      focusable="false"
    >
      <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
    </svg>
  );
}
