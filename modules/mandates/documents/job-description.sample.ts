import type { Language } from '#kernel/texts.ts';
import { sampleCompany, samplePerson } from '#platform/documents/sample-people.ts';
import type { JobDescriptionData } from './job-description.ts';

/** A key account manager's job description, made up. */
export function sampleJobDescription(language: Language): JobDescriptionData {
  return {
    company: sampleCompany(language),
    number: language === 'ru' ? 'ДИ-012' : 'JD-012',
    position: samplePerson('manager', language).position,
    department: language === 'ru' ? 'Отдел продаж' : 'Sales',
    form: 'local-act',
    contract: null,
    version: 3,
    approval: { kind: 'stamp', number: null, on: '2026-03-02', by: samplePerson('director', language) },
    inForceFrom: '2026-03-16',
    reviewDueOn: '2031-03-16',
    textHash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    sections: sections[language],
    reviewers: [
      { person: samplePerson('head', language), signed: { at: '2026-02-20T09:12:00Z', method: 'application' } },
      { person: samplePerson('lawyer', language), signed: null },
    ],
    acknowledgements: [
      { person: samplePerson('manager', language), signed: { at: '2026-03-04T07:45:00Z', method: 'application' } },
      { person: samplePerson('substitute', language), signed: { at: '2026-03-05T11:20:00Z', method: 'paper' } },
    ],
    emptyRows: 6,
  };
}

type Row = readonly [text: string, norm?: string];
const texts: Readonly<Record<Language, readonly (readonly Row[])[]>> = {
  en: [
    [
      ['The key account manager belongs to the category of specialists and reports to the head of sales.'],
      ['The manager is appointed and dismissed by order of the general director on the proposal of the head of sales.'],
      [
        'A person with a completed higher education in economics or trade and two years of experience in sales to companies is appointed.',
      ],
      [
        'During absence the duties are performed by the employee whom an order names; that employee acquires the rights and answers for the work.',
      ],
    ],
    [
      [
        'Visits each key client by the week plan.',
        'each client of class A at least twice a month; evidence: closed visits with an outcome',
      ],
      [
        'Takes orders of the clients in charge and confirms them.',
        'an order is confirmed within 2 working hours; counted from receipt to confirmation',
      ],
      [
        'Reminds clients of payments that fall due and collects what is overdue.',
        'every overdue invoice is chased within 3 working days; evidence: call or letter with a promise to pay',
      ],
      [
        'Answers complaints of the clients in charge.',
        'first answer within 1 working day; decision within 5 working days',
      ],
      ['Renews contracts in time.', 'the talk about renewal begins 30 days before a contract ends'],
      ['Reports on the week to the head of sales.', 'every Friday by 17:00; a report after that counts as late'],
    ],
    [
      ['Represents the company before clients in matters of sale.'],
      ['Grants discounts from the price column of the client.', 'up to 7%; beyond that the head of sales decides'],
      ['Signs orders and shipping documents.', 'up to $25,000.00 a document'],
      ['Proposes improvements of the work within the area of these duties.'],
    ],
    [
      ['For duties not performed the manager bears disciplinary responsibility as the labour legislation lays down.'],
      [
        'The variable part of pay depends on the fulfilment of the sales plan, of the active client base and of new clients.',
        '60%, 25% and 15% of the variable part; nothing is due below 80% of a plan',
      ],
      ['For damage caused the manager bears material responsibility within the limits of the law.'],
    ],
    [
      [
        'This job description is revised at least once in five years, or earlier when technology, organization or the name of the position changes.',
      ],
      ['A new version is brought to the notice of the employee against signature before it comes into force.'],
    ],
  ],
  ru: [
    [
      [
        'Менеджер по работе с ключевыми клиентами относится к категории специалистов и подчиняется начальнику отдела продаж.',
      ],
      [
        'Назначение на должность и освобождение от неё производится приказом генерального директора по представлению начальника отдела продаж.',
      ],
      [
        'На должность назначается лицо, имеющее высшее экономическое или торговое образование и стаж продаж организациям не менее двух лет.',
      ],
      [
        'На время отсутствия обязанности исполняет работник, назначенный приказом; он приобретает соответствующие права и отвечает за исполнение обязанностей.',
      ],
    ],
    [
      [
        'Посещает каждого ключевого клиента по плану недели.',
        'каждый клиент класса A не реже двух раз в месяц; подтверждение: закрытые визиты с результатом',
      ],
      ['Принимает и подтверждает заказы закреплённых клиентов.', 'заказ подтверждён за 2 рабочих часа от получения'],
      [
        'Напоминает клиентам о наступающих сроках оплаты и взыскивает просроченное.',
        'по каждому просроченному счёту действие за 3 рабочих дня; подтверждение: звонок или письмо с обещанием оплаты',
      ],
      ['Отвечает на претензии закреплённых клиентов.', 'первый ответ за 1 рабочий день, решение за 5 рабочих дней'],
      ['Своевременно продлевает договоры.', 'переговоры о продлении начаты за 30 дней до окончания договора'],
      [
        'Отчитывается за неделю перед начальником отдела продаж.',
        'каждую пятницу до 17:00; более поздний отчёт считается опозданием',
      ],
    ],
    [
      ['Представляет организацию перед клиентами по вопросам сбыта.'],
      ['Предоставляет скидки от ценовой колонки клиента.', 'до 7 %; сверх того решает начальник отдела продаж'],
      ['Подписывает заказы и отгрузочные документы.', 'до 2 500 000,00 ₽ на один документ'],
      ['Вносит предложения по улучшению работы в пределах своих обязанностей.'],
    ],
    [
      [
        'За неисполнение обязанностей несёт дисциплинарную ответственность в порядке, установленном трудовым законодательством.',
      ],
      [
        'Переменная часть оплаты зависит от выполнения плана продаж, плана активной клиентской базы и плана новых клиентов.',
        '60 %, 25 % и 15 % переменной части; ниже 80 % плана не выплачивается',
      ],
      ['За причинённый ущерб несёт материальную ответственность в пределах, установленных законом.'],
    ],
    [
      [
        'Инструкция пересматривается не реже одного раза в пять лет либо досрочно при изменении технологии, организации труда или наименования должности.',
      ],
      ['С новой редакцией работник знакомится под подпись до её введения в действие.'],
    ],
  ],
};

const sections: Readonly<Record<Language, JobDescriptionData['sections']>> = {
  en: numbered(texts.en),
  ru: numbered(texts.ru),
};

function numbered(rows: readonly (readonly Row[])[]): JobDescriptionData['sections'] {
  return rows.map((clauses, section) => ({
    number: section + 1,
    clauses: clauses.map(([text, norm], index) => ({
      number: `${section + 1}.${index + 1}`,
      text,
      norm: norm ?? null,
    })),
  }));
}
