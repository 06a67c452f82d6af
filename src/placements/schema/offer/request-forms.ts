import { z } from 'zod';
import { number, type Read, readForm, text } from '../../../need/schema/form-fields.ts';
import { ASKERS, type AskerKind, type Request } from '../../rules/offer/request.ts';
import { email } from './parts.ts';

/** A request for help as it was typed. */
export interface RequestTyped extends Request {
  focus: string;
  hopedOutcome: string | null;
  support: string;
  supportType: string;
  /** Of the form: sent twice, it makes one record. */
  once: string;
}

const kinds = ASKERS.map(([code]) => code) as [AskerKind, ...AskerKind[]];
const optional = (name: string, most: number) => text(name, { most }).transform((typed) => typed || null);

const fields = {
  once: z.uuid({ error: 'The page is out of date: load it again' }),
  focus: text('The subject', { most: 300, missing: 'Enter what you want help with, in a line' }),
  detail: text('The detail', { most: 4000, missing: 'Enter what is needed, in your own words' }),
  hopedOutcome: text('The outcome', { most: 2000, missing: 'Enter what should be different afterwards' }),
  when: text('When', { most: 200, missing: 'Enter when help is wanted' }),
  support: z.string().catch(''),
  supportType: z.string().catch(''),
  contactName: text('The name', { most: 200, missing: 'Enter whom the service should talk to' }),
  contactEmail: email(),
  contactPhone: optional('The telephone number', 40),
};

interface Choices {
  types: readonly string[];
  supports: readonly string[];
}

/** The form in which a school asks one of its services for help. `services` are those it may ask. */
export function readSchoolRequest(
  form: Record<string, unknown>,
  choices: Choices & { services: readonly string[] },
): Read<RequestTyped & { service: string }> {
  const more = faults(form, choices);
  if (typeof form.service !== 'string' || !choices.services.includes(form.service))
    more.service = 'Choose whom you ask';
  const read = readForm(z.object({ ...fields, service: z.string().catch('') }), form, more);
  return read.ok ? { ok: true, value: { ...read.value, onBehalfOf: null } } : read;
}

/** The form in which a service asks for a school, with on whose behalf. */
export function readServiceRequest(
  form: Record<string, unknown>,
  choices: Choices,
): Read<RequestTyped & { urn: number; asker: AskerKind }> {
  const more = faults(form, choices);
  const read = readForm(
    z.object({
      ...fields,
      urn: number('The school', { least: 1, most: 999_999_999, missing: 'Choose the school', whole: true }),
      asker: z.enum(kinds, { error: 'Choose on whose behalf help is asked for' }),
      onBehalfOf: optional('The name', 200),
    }),
    form,
    more,
  );
  if (!read.ok) return read;
  const { urn, asker, onBehalfOf } = read.value;
  if (asker !== 'school' && onBehalfOf === null)
    return { ok: false, errors: { onBehalfOf: 'Enter who it is: which partnership, trust, board or person' } };
  return { ok: true, value: { ...read.value, urn: urn! } };
}

function faults(form: Record<string, unknown>, { types, supports }: Choices): Record<string, string> {
  const said = (name: string) => (typeof form[name] === 'string' ? form[name].trim() : '');
  const errors: Record<string, string> = {};
  if (!types.includes(said('supportType'))) errors.supportType = 'Choose the kind of help';
  if (!supports.includes(said('support'))) errors.support = 'Choose who should give it';
  if (said('contactEmail') === '' && said('contactPhone') === '')
    errors.contactEmail = 'Enter an email address or a telephone number';
  return errors;
}
