import type { EndpointReply } from '#kernel/endpoint.ts';
import type { Ref } from '#platform/web/form/ref-field.tsx';
import type { readClient } from '../../endpoints.ts';

export type Card = EndpointReply<typeof readClient>;

/** What of a client is typed in a form. */
export type ClientValues = {
  name: string;
  code: string;
  legalName: string;
  kind: 'company' | 'person';
  status: 'potential' | 'active' | 'lapsed';
  parent: Ref | null;
  segment: string;
  source: string;
  country: string;
  city: string;
  address: string;
  phone: string;
  email: string;
  website: string;
  taxNumber: string;
  registrationNumber: string;
  language: 'en' | 'ru';
  etiquette: string;
};

export const emptyClient = (language: 'en' | 'ru'): ClientValues => ({
  name: '',
  code: '',
  legalName: '',
  kind: 'company',
  status: 'potential',
  parent: null,
  segment: '',
  source: '',
  country: '',
  city: '',
  address: '',
  phone: '',
  email: '',
  website: '',
  taxNumber: '',
  registrationNumber: '',
  language,
  etiquette: '',
});

/** The values of a form from a card. */
export function valuesOf(card: Card): ClientValues {
  const values = Object.fromEntries(Object.keys(emptyClient('en')).map((key) => [key, card[key as keyof Card] ?? '']));
  return { ...values, parent: card.parent && { id: card.parent.id, label: card.parent.name } } as ClientValues;
}

/** What is sent of the values; an empty country is none. */
export function bodyOf({ parent, country, code, ...rest }: ClientValues) {
  return {
    ...rest,
    ...(code.trim() && { code }),
    country: country.trim().toUpperCase() || null,
    parentId: parent?.id ?? null,
  };
}
