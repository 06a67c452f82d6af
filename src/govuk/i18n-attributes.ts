import type { Attributes } from './attributes.ts';

/** A message, or its forms by plural rule ("one", "other"). */
type Message = string | Readonly<Record<string, string>>;

/** `data-i18n.*` attributes: the words that a component's script uses, by its own names for them. */
export function i18nAttributes(messages: Readonly<Record<string, Message | undefined>>): Attributes {
  return Object.fromEntries(
    Object.entries(messages).flatMap(([name, message]): [string, string][] => {
      if (!message) return [];
      if (typeof message === 'string') return [[`data-i18n.${name}`, message]];
      return Object.entries(message).map(([rule, form]) => [`data-i18n.${name}.${rule}`, form]);
    }),
  );
}
