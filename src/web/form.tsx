import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import { FORM_TOKEN } from './forgery.ts';
import { PageRequestContext } from './render.tsx';

interface FormProps {
  /** Address the form is sent to. */
  action: string;
  /** False where the form holds a password that a browser should not fill in. */
  autocomplete?: boolean;
  /** True where it sends files. */
  hasFiles?: boolean;
  class?: string;
  children: ComponentChildren;
}

/** A form that changes something: sent by POST, with the token that shows that it is ours. The server checks every field; the browser is not asked to. */
export function Form({ action, autocomplete = true, hasFiles = false, class: className, children }: FormProps) {
  const { formToken } = useContext(PageRequestContext);
  return (
    <form
      action={action}
      method="post"
      novalidate
      class={className}
      autocomplete={autocomplete ? undefined : 'off'}
      enctype={hasFiles ? 'multipart/form-data' : undefined}
    >
      {/* First, because a form with files is refused by it before any file is read. */}
      <input type="hidden" name={FORM_TOKEN} value={formToken?.() ?? ''} />
      {children}
    </form>
  );
}
