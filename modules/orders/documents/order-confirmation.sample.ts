import { lineAmount } from '#kernel/money.ts';
import type { Language } from '#kernel/texts.ts';
import { sampleCompany, samplePerson } from '#platform/documents/sample-people.ts';
import type { OrderConfirmationData } from './order-confirmation.ts';

/** An order of six lines, some with a discount, made up. */
export function sampleOrderConfirmation(language: Language): OrderConfirmationData {
  const ru = language === 'ru';
  const lines = rows[language].map(([code, product, quantity, unit, price, discount]) => ({
    code,
    product,
    quantity,
    unit,
    price,
    discount,
    amount: lineAmount(quantity, price, discount),
  }));
  const total = lines.reduce((so, line) => so + line.amount, 0);
  return {
    company: sampleCompany(language),
    client: ru
      ? { name: 'ООО «Берег»', address: '188800, Выборг, Крепостная ул., д. 4', registration: 'ИНН 4704000000' }
      : { name: 'Around the Horn', address: '120 Hanover Sq., London WA1 1DP', registration: 'VAT GB 987 6543 21' },
    number: '2026-10977',
    date: '2026-08-05',
    currency: ru ? 'RUB' : 'USD',
    clientReference: ru ? 'Б-118' : 'PO-4471',
    contract: ru ? '№ 15/26 от 12 января 2026 г.' : 'No. 15/26 dated 12 January 2026',
    deliverBy: '2026-08-12',
    deliverTo: ru
      ? 'Выборг, Крепостная ул., д. 4, склад 2, с 9:00 до 17:00'
      : '120 Hanover Sq., London, gate 2, 9:00 to 17:00',
    paymentTerms: ru ? 'в течение 14 календарных дней с даты отгрузки' : 'within 14 calendar days of shipment',
    lines,
    gross: lines.reduce((so, line) => so + lineAmount(line.quantity, line.price, 0), 0),
    tax: ru ? { rate: 2000, amount: Math.round(total / 6), included: true } : null,
    total,
    note: ru ? 'Позицию 4 отгрузить отдельным паллетом.' : 'Please keep line 4 on a pallet of its own.',
    manager: {
      person: samplePerson('manager', language),
      contacts: ru ? '+7 812 000-00-00, e.rozhdestvenskaya@example.ru' : '+44 20 0000 0000, e.whitfield@example.com',
      signed: { at: '2026-08-05T12:15:00Z', method: 'application' },
    },
  };
}

type Row = readonly [string, string, number, string, number, number];
const rows: Readonly<Record<Language, readonly Row[]>> = {
  en: [
    ['NW-001', 'Chai, 10 boxes x 20 bags', 40, 'case', 18_00, 500],
    ['NW-010', 'Ikura, 12 jars of 200 ml', 12, 'case', 31_00, 0],
    ['NW-018', 'Carnarvon Tigers', 16.5, 'kg', 62_50, 700],
    ['NW-038', 'Côte de Blaye, 12 bottles of 75 cl', 5, 'case', 263_50, 700],
    ['NW-059', 'Raclette Courdavault', 22.25, 'kg', 55_00, 0],
    ['NW-072', 'Mozzarella di Giovanni, 24 packs of 200 g', 30, 'case', 34_80, 500],
  ],
  ru: [
    ['СВ-001', 'Чай чёрный байховый, 10 коробок по 20 пакетов', 40, 'кор.', 1_800_00, 500],
    ['СВ-010', 'Икра лососёвая зернистая, 12 банок по 200 мл', 12, 'кор.', 31_000_00, 0],
    ['СВ-018', 'Креветки тигровые свежемороженые', 16.5, 'кг', 1_250_00, 700],
    ['СВ-038', 'Напиток виноградный безалкогольный, 12 бутылок по 0,75 л', 5, 'кор.', 5_270_00, 700],
    ['СВ-059', 'Сыр раклет', 22.25, 'кг', 1_100_00, 0],
    ['СВ-072', 'Сыр моцарелла, 24 упаковки по 200 г', 30, 'кор.', 3_480_00, 500],
  ],
};
