import type { Language } from '#kernel/texts.ts';
import { sampleCompany, samplePerson } from '#platform/documents/sample-people.ts';
import type { SubstitutionOrderData } from './substitution-order.ts';

/** An order for two weeks of vacation, made up. */
export function sampleSubstitutionOrder(language: Language): SubstitutionOrderData {
  const ru = language === 'ru';
  return {
    company: sampleCompany(language),
    number: ru ? '47-к' : '47',
    date: '2026-07-20',
    place: ru ? 'Санкт-Петербург' : 'London',
    absent: samplePerson('manager', language),
    substitute: samplePerson('substitute', language),
    absence: 'vacation',
    days: { from: '2026-08-03', to: '2026-08-17' },
    clients: ru ? russianClients : englishClients,
    rights: [
      { clause: '2.1', text: ru ? 'Посещает каждого ключевого клиента' : 'Visits each key client', limit: null },
      {
        clause: '3.2',
        text: ru
          ? 'Предоставляет скидки от ценовой колонки клиента'
          : 'Grants discounts from the price column of the client',
        limit: ru ? 'до 7 %' : 'up to 7%',
      },
      {
        clause: '3.3',
        text: ru ? 'Подписывает заказы и отгрузочные документы' : 'Signs orders and shipping documents',
        limit: ru ? 'до 2 500 000,00 ₽ на документ' : 'up to $25,000.00 a document',
      },
    ],
    basis: ru ? 'график отпусков на 2026 год' : 'vacation schedule for 2026',
    signedBy: { person: samplePerson('director', language), signed: null },
    acquainted: [
      { person: samplePerson('manager', language), signed: { at: '2026-07-21T08:02:00Z', method: 'application' } },
      { person: samplePerson('substitute', language), signed: null },
    ],
  };
}

const englishClients = [
  { name: 'Around the Horn', place: 'London', note: 'order 10977 to be shipped' },
  { name: 'Consolidated Holdings', place: 'London', note: '' },
  { name: 'Island Trading', place: 'Cowes', note: 'contract ends on 31 August 2026' },
];
const russianClients = [
  { name: 'ООО «Берег»', place: 'Выборг', note: 'заказ 10977 к отгрузке' },
  { name: 'АО «Консолидированные поставки и распределение»', place: 'Санкт-Петербург', note: '' },
  { name: 'ИП Островский А. В.', place: 'Кронштадт', note: 'договор до 31 августа 2026 г.' },
  { name: 'ООО «Торговый дом “Невский”»', place: 'Санкт-Петербург', note: '' },
  { name: 'ООО «Ладога-Опт»', place: 'Кировск', note: 'просрочка 12 дней' },
];
