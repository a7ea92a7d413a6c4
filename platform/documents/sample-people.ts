import type { Language } from '#kernel/texts.ts';
import type { Company, Person } from './shapes.ts';

/** The made-up company and people of samples, by language. */
export function sampleCompany(language: Language): Company {
  return language === 'ru'
    ? {
        name: 'ООО «Северный ветер»',
        address: '190000, Санкт-Петербург, Большая Морская ул., д. 18',
        registration: 'ОГРН 1027800000000, ИНН 7800000000, КПП 780001001',
        timeZone: 'Europe/Moscow',
      }
    : {
        name: 'Northwind Traders Ltd',
        address: '18 Harbour Street, London E1W 2UN',
        registration: 'Company number 01234567, VAT GB 123 4567 89',
        timeZone: 'Europe/London',
      };
}

type Role = 'director' | 'head' | 'manager' | 'substitute' | 'personnel' | 'lawyer';
const people: Readonly<Record<Role, Readonly<Record<Language, Person>>>> = {
  director: {
    en: { name: 'Margaret Hale', position: 'General Director' },
    ru: { name: 'Орлова Мария Сергеевна', position: 'Генеральный директор' },
  },
  head: {
    en: { name: 'Thomas Ashworth', position: 'Head of Sales' },
    ru: { name: 'Ковалёв Андрей Петрович', position: 'Начальник отдела продаж' },
  },
  manager: {
    en: { name: 'Eleanor Whitfield-Montgomery', position: 'Key Account Manager' },
    ru: { name: 'Рождественская Екатерина Владимировна', position: 'Менеджер по работе с ключевыми клиентами' },
  },
  substitute: {
    en: { name: 'James Porter', position: 'Account Manager' },
    ru: { name: 'Соколов Илья Дмитриевич', position: 'Менеджер по работе с клиентами' },
  },
  personnel: {
    en: { name: 'Ruth Lindqvist', position: 'Head of Human Resources' },
    ru: { name: 'Белова Нина Аркадьевна', position: 'Начальник отдела кадров' },
  },
  lawyer: {
    en: { name: 'Simon Grey', position: 'Legal Counsel' },
    ru: { name: 'Штерн Олег Яковлевич', position: 'Юрисконсульт' },
  },
};

export function samplePerson(role: Role, language: Language): Person {
  return people[role][language];
}
