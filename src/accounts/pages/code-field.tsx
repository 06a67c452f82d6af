import { Input } from '../../govuk/input.tsx';

interface CodeFieldProps {
  name: 'code' | 'current';
  label: string;
  hint: string;
  problem?: string;
}

/** A code of an app or a recovery code; what was typed is never given back, since a code works once. */
export function CodeField({ name, label, hint, problem }: CodeFieldProps) {
  return (
    <Input
      name={name}
      label={{ text: label }}
      hint={{ text: hint }}
      // A recovery code has letters too.
      inputmode={name === 'code' ? 'numeric' : undefined}
      autocomplete={name === 'code' ? 'one-time-code' : 'off'}
      spellcheck={false}
      class={name === 'code' ? 'govuk-input--width-10' : 'govuk-input--width-30'}
      errorMessage={problem === undefined ? undefined : { text: problem }}
    />
  );
}

/** The code of the second factor that one has, before it is changed. */
export function CurrentCodeField({ problem }: Pick<CodeFieldProps, 'problem'>) {
  return (
    <CodeField
      name="current"
      label="Code of your present app, or a recovery code"
      hint="The 6 numbers that your app shows for Alongside now, or one of your recovery codes that you have not used"
      problem={problem}
    />
  );
}
