import { defineTexts } from '#kernel/texts.ts';
import { plansScreenTexts } from './texts-screens.ts';

export const plansTexts = defineTexts({
  'marked.plans.pay': ['Pay of others', 'Оплата других'],
  ...plansScreenTexts,
  'permit.plans.read': ['See plans and facts', 'Видеть планы и факт'],
  'permit.plans.set': ['Draft plans', 'Составлять планы'],
  'permit.plans.approve': ['Approve plans', 'Утверждать планы'],
  'permit.pay.read-own': ['See one’s own pay', 'Видеть свою зарплату'],
  'permit.pay.settle': ['See and settle pay', 'Видеть и утверждать зарплату'],

  'setting.documents.template.pay-statement': [
    'Own template of pay statements (Typst); empty: the usual one',
    'Свой шаблон расчётного листка (Typst); пусто — обычный',
  ],
  'setting.plans.active-window-days': [
    'How long after its last shipment a client is active',
    'Сколько после последней отгрузки клиент считается активным',
  ],
  'setting.plans.minimum-wage': [
    'Legal minimum pay for a full month, before tax (empty: none)',
    'Минимальная оплата за полный месяц по закону, до налогов (пусто — нет)',
  ],
  'setting.plans.steps-amount.metric.sales': ['sales', 'продажи'],
  'setting.plans.steps-amount.metric.active': ['active clients', 'активные клиенты'],
  'setting.plans.steps-amount.metric.new': ['new clients', 'новые клиенты'],
  'setting.plans.steps-amount.steps': ['Steps', 'Ступени'],
  'setting.plans.steps-amount.of': ['Whose plan', 'Чей план'],
  'setting.plans.steps-percentage.steps': ['Steps', 'Ступени'],
  'setting.plans.per-order.amount': ['For each order', 'За каждый заказ'],
  'setting.plans.per-order.base': ['What counts', 'Что считается'],
  'setting.plans.per-order.base.shipped': ['orders whose goods were shipped', 'заказы, по которым товар отгружен'],
  'setting.plans.per-order.base.paid': ['orders paid in full', 'полностью оплаченные заказы'],
  'setting.plans.substitution-credit.keeper': ['the absent keeper’s', 'отсутствующего ответственного'],
  'setting.plans.substitution-credit.substitute': ['the substitute’s', 'замещающего'],
  'setting.plans.substitution-credit': [
    'Whose plan the sales of a substitution count for',
    'В чей план идут продажи при замещении',
  ],
  'metric.sales': ['Sales', 'Продажи'],
  'metric.active-clients': ['Active clients', 'Активные клиенты'],
  'metric.new-clients': ['New clients', 'Новые клиенты'],

  'right.plans.approve-plans': ['Approves the personal plans of subordinates', 'Утверждает личные планы подчинённых'],
  'right.plans.approve-plans.limit': ['within one’s own reporting line', 'в пределах своего подчинения'],
  'right.plans.approve-all-plans': ['Approves the plans of the company', 'Утверждает планы компании'],
  'right.plans.approve-all-plans.limit': ['Without limit', 'Без ограничения'],
  'right.plans.plan-own-sales': ['Plans one’s own sales', 'Планирует собственные продажи'],
  'right.plans.plan-own-sales.limit': ['a draft, which the head approves', 'проект, который утверждает руководитель'],
  'right.plans.settle-pay': ['Settles pay', 'Утверждает расчёт зарплаты'],
  'right.plans.settle-pay.limit': ['of everyone but oneself', 'всех, кроме себя'],

  'duty.plans.sales-plan': ['Fulfils the personal sales plan', 'Выполняет личный план продаж'],
  'duty.plans.sales-plan.norm': ['the approved plan of each month', 'утверждённый план каждого месяца'],
  'duty.plans.active-base': ['Keeps up the active client base', 'Поддерживает активную клиентскую базу'],
  'duty.plans.active-base.norm': [
    'the approved number of active clients at the end of each month',
    'утверждённое число активных клиентов на конец каждого месяца',
  ],
  'duty.plans.new-clients': ['Wins new clients', 'Привлекает новых клиентов'],
  'duty.plans.new-clients.norm': [
    'the approved number of new clients in each month',
    'утверждённое число новых клиентов в каждом месяце',
  ],
  'duty.plans.plan-personal': ['Breaks the plan down to subordinates', 'Распределяет план между подчинёнными'],
  'duty.plans.plan-personal.norm': [
    'personal plans approved by day {byDay, number} of the month before',
    'личные планы утверждены до {byDay, number}-го числа предыдущего месяца',
  ],
  'work.plans.behind-sales': [
    'Behind the sales plan: {shortMoney} to go, forecast {forecastSharePercent, number}%',
    'Отставание от плана продаж: осталось {shortMoney}, прогноз {forecastSharePercent, number}%',
  ],
  'work.plans.behind-active-clients': [
    '{short, plural, one {# active client is} other {# active clients are}} missing to the plan',
    'До плана не хватает {short, plural, one {# активного клиента} few {# активных клиентов} many {# активных клиентов} other {# активного клиента}}',
  ],
  'work.plans.behind-new-clients': [
    '{short, plural, one {# new client is} other {# new clients are}} missing to the plan',
    'До плана не хватает {short, plural, one {# нового клиента} few {# новых клиентов} many {# новых клиентов} other {# нового клиента}}',
  ],
  'work.plans.plan-personal': [
    'Plan {month}: {people, plural, one {# person has} other {# people have}} no approved plan yet',
    'План на {month}: {people, plural, one {у # сотрудника} few {у # сотрудников} many {у # сотрудников} other {у # сотрудника}} ещё нет утверждённого плана',
  ],
  'notification.plans.pay-topped-up': [
    'The pay of {name} for {month} was topped up to the minimum',
    'Зарплата за {month} доплачена до минимума: {name}',
  ],
  'notification.plans.pay-settled': ['Your pay for {month} is settled', 'Ваша зарплата за {month} рассчитана'],

  'pay.plans.fixed': ['Fixed part', 'Оклад'],
  'pay.plans.fixed.rate': ['{amountMoney} for a full month', '{amountMoney} за полный месяц'],
  'pay.plans.percentage': ['Percentage', 'Процент'],
  'pay.plans.percentage.rate': [
    '{ratePercent, number}% of {base, select, paid {the money received} other {what was shipped}}',
    '{ratePercent, number}% {base, select, paid {от поступивших денег} other {от отгрузок}}',
  ],
  'pay.plans.variable': ['Variable part by fulfilment of plans', 'Переменная часть за выполнение планов'],
  'pay.plans.variable.rate': [
    '{amountMoney} at full fulfilment: sales {weightSalesPercent, number}%, active clients {weightActivePercent, number}%, new clients {weightNewPercent, number}%; nothing below {thresholdBpPercent, number}%, {capBp, select, none {without a cap} other {at most {capBpPercent, number}%}}',
    '{amountMoney} при полном выполнении: продажи {weightSalesPercent, number}%, активные клиенты {weightActivePercent, number}%, новые клиенты {weightNewPercent, number}%; ниже {thresholdBpPercent, number}% не платится, {capBp, select, none {без верхнего предела} other {не более {capBpPercent, number}%}}',
  ],
  'pay.plans.steps-amount': ['Amount by steps of a plan', 'Сумма по ступеням выполнения плана'],
  'pay.plans.steps-amount.rate': [
    'by fulfilment of the {metric, select, sales {sales plan} active {plan of active clients} other {plan of new clients}}{of, select, own { of one’s own} other {}}: {stepsSaid}; below the first step nothing, above the last as the last',
    'по выполнению {metric, select, sales {плана продаж} active {плана активных клиентов} other {плана новых клиентов}}{of, select, own { (собственного)} other {}}: {stepsSaid}; ниже первой ступени не платится, выше последней — как по последней',
  ],
  'pay.plans.steps-amount.rate.steps': [
    'from {fromPercent, number}% {amountMoney}',
    'от {fromPercent, number}% — {amountMoney}',
  ],
  'pay.plans.steps-percentage': ['Percentage by steps of the sales plan', 'Процент по ступеням плана продаж'],
  'pay.plans.steps-percentage.rate': [
    'a percentage of {base, select, paid {the money received} other {what was shipped}} by fulfilment of the sales plan: {stepsSaid}; below the first step nothing, above the last as the last',
    'процент {base, select, paid {от поступивших денег} other {от отгрузок}} по выполнению плана продаж: {stepsSaid}; ниже первой ступени не платится, выше последней — как по последней',
  ],
  'pay.plans.steps-percentage.rate.steps': [
    'from {fromPercent, number}% of the plan {ratePercent, number}%',
    'от {fromPercent, number}% плана — {ratePercent, number}%',
  ],
  'pay.plans.per-order': ['Bonus per order', 'Премия за заказ'],
  'pay.plans.per-order.rate': [
    '{amountMoney} for each order that is {base, select, paid {paid in full} other {shipped}}{onlyNew, select, true { and is the first of a new client} other {}}{least, plural, =0 {} other {, worth {leastMoney} at least}}; {cap, select, none {without a cap} other {at most {capMoney} a month}}',
    '{amountMoney} за каждый {base, select, paid {полностью оплаченный} other {отгруженный}} заказ{onlyNew, select, true {, первый у нового клиента} other {}}{least, plural, =0 {} other { от {leastMoney}}}; {cap, select, none {без верхнего предела} other {не более {capMoney} в месяц}}',
  ],
  'pay.plans.minimum': ['Guaranteed minimum', 'Гарантированный минимум'],
  'pay.plans.minimum.rate': ['never under {amountMoney} for a full month', 'не ниже {amountMoney} за полный месяц'],

  'pay.file': ['Pay statement {month} {name}', 'Расчётный листок {month} {name}'],
  'pay.line.fixed': [
    'Fixed part for {days, number} of {of, plural, one {# working day} other {# working days}}',
    'Оклад за {days, number} из {of, plural, one {# рабочего дня} few {# рабочих дней} many {# рабочих дней} other {# рабочего дня}}',
  ],
  'pay.line.percentage-shipped': ['Percentage of what was shipped', 'Процент от отгрузок'],
  'pay.line.percentage-paid': ['Percentage of the money received', 'Процент от поступивших денег'],
  'pay.line.variable-sales': [
    'Sales plan fulfilled by {fulfilmentPercent, number}%',
    'План продаж выполнен на {fulfilmentPercent, number}%',
  ],
  'pay.line.variable-sales-over': [
    'Sales above the plan{cap, select, none {} other {, counted up to {capPercent, number}%}}',
    'Продажи сверх плана{cap, select, none {} other {, учтено до {capPercent, number}%}}',
  ],
  'pay.line.variable-sales-below': [
    'Sales plan fulfilled by {fulfilmentPercent, number}%: below the threshold of {thresholdPercent, number}%',
    'План продаж выполнен на {fulfilmentPercent, number}%: ниже порога {thresholdPercent, number}%',
  ],
  'pay.line.variable-sales-unplanned': [
    'No sales plan was approved: the whole weight is paid',
    'План продаж не утверждался: доля выплачивается полностью',
  ],
  'pay.line.variable-active-clients': [
    'Plan of active clients fulfilled by {fulfilmentPercent, number}%',
    'План активной базы выполнен на {fulfilmentPercent, number}%',
  ],
  'pay.line.variable-active-clients-over': [
    'Active clients above the plan{cap, select, none {} other {, counted up to {capPercent, number}%}}',
    'Активные клиенты сверх плана{cap, select, none {} other {, учтено до {capPercent, number}%}}',
  ],
  'pay.line.variable-active-clients-below': [
    'Plan of active clients fulfilled by {fulfilmentPercent, number}%: below the threshold of {thresholdPercent, number}%',
    'План активной базы выполнен на {fulfilmentPercent, number}%: ниже порога {thresholdPercent, number}%',
  ],
  'pay.line.variable-active-clients-unplanned': [
    'No plan of active clients was approved: the whole weight is paid',
    'План активной базы не утверждался: доля выплачивается полностью',
  ],
  'pay.line.variable-new-clients': [
    'Plan of new clients fulfilled by {fulfilmentPercent, number}%',
    'План новых клиентов выполнен на {fulfilmentPercent, number}%',
  ],
  'pay.line.variable-new-clients-over': [
    'New clients above the plan{cap, select, none {} other {, counted up to {capPercent, number}%}}',
    'Новые клиенты сверх плана{cap, select, none {} other {, учтено до {capPercent, number}%}}',
  ],
  'pay.line.variable-new-clients-below': [
    'Plan of new clients fulfilled by {fulfilmentPercent, number}%: below the threshold of {thresholdPercent, number}%',
    'План новых клиентов выполнен на {fulfilmentPercent, number}%: ниже порога {thresholdPercent, number}%',
  ],
  'pay.line.variable-new-clients-unplanned': [
    'No plan of new clients was approved: the whole weight is paid',
    'План новых клиентов не утверждался: доля выплачивается полностью',
  ],
  'pay.line.steps-sales': ['By steps of the sales plan', 'По ступеням плана продаж'],
  'pay.line.steps-sales-below': [
    'By steps of the sales plan: below the first',
    'По ступеням плана продаж: ниже первой',
  ],
  'pay.line.steps-sales-unplanned': [
    'By steps of the sales plan: none was approved',
    'По ступеням плана продаж: план не утверждался',
  ],
  'pay.line.steps-active-clients': ['By steps of the plan of active clients', 'По ступеням плана активной базы'],
  'pay.line.steps-active-clients-below': [
    'By steps of the plan of active clients: below the first',
    'По ступеням плана активной базы: ниже первой',
  ],
  'pay.line.steps-active-clients-unplanned': [
    'By steps of the plan of active clients: none was approved',
    'По ступеням плана активной базы: план не утверждался',
  ],
  'pay.line.steps-new-clients': ['By steps of the plan of new clients', 'По ступеням плана новых клиентов'],
  'pay.line.steps-new-clients-below': [
    'By steps of the plan of new clients: below the first',
    'По ступеням плана новых клиентов: ниже первой',
  ],
  'pay.line.steps-new-clients-unplanned': [
    'By steps of the plan of new clients: none was approved',
    'По ступеням плана новых клиентов: план не утверждался',
  ],
  'pay.line.scaled-shipped': [
    'Percentage of what was shipped, by steps of the sales plan',
    'Процент от отгрузок по ступеням плана продаж',
  ],
  'pay.line.scaled-shipped-below': [
    'Percentage of what was shipped: below the first step',
    'Процент от отгрузок: ниже первой ступени',
  ],
  'pay.line.scaled-shipped-unplanned': [
    'Percentage of what was shipped: no sales plan was approved',
    'Процент от отгрузок: план продаж не утверждался',
  ],
  'pay.line.scaled-paid': [
    'Percentage of the money received, by steps of the sales plan',
    'Процент от поступивших денег по ступеням плана продаж',
  ],
  'pay.line.scaled-paid-below': [
    'Percentage of the money received: below the first step',
    'Процент от поступивших денег: ниже первой ступени',
  ],
  'pay.line.scaled-paid-unplanned': [
    'Percentage of the money received: no sales plan was approved',
    'Процент от поступивших денег: план продаж не утверждался',
  ],
  'pay.line.per-order-shipped': ['Bonus for each order shipped', 'Премия за каждый отгруженный заказ'],
  'pay.line.per-order-shipped-new': [
    'Bonus for each first order of a new client that was shipped',
    'Премия за каждый отгруженный первый заказ нового клиента',
  ],
  'pay.line.per-order-paid': ['Bonus for each order paid in full', 'Премия за каждый полностью оплаченный заказ'],
  'pay.line.per-order-paid-new': [
    'Bonus for each first order of a new client that was paid in full',
    'Премия за каждый полностью оплаченный первый заказ нового клиента',
  ],
  'pay.line.legal-minimum': [
    'Top-up to the legal minimum for {days, number} of {of, plural, one {# working day} other {# working days}}',
    'Доплата до минимума по закону за {days, number} из {of, plural, one {# рабочего дня} few {# рабочих дней} many {# рабочих дней} other {# рабочего дня}}',
  ],
  'pay.line.top-up': [
    'Top-up to the guaranteed minimum for {days, number} of {of, number} working days',
    'Доплата до гарантированного минимума за {days, number} из {of, plural, one {# рабочего дня} few {# рабочих дней} many {# рабочих дней} other {# рабочего дня}}',
  ],
  'pay.line.carried': ['Arrears for {monthName}', 'Доплата за {monthName}'],
  'pay.explained.carried': [
    'what became known after the month was settled: {dueMoney} is due for it, {paidMoney} was paid',
    'то, что стало известно после закрытия месяца: причитается {dueMoney}, выплачено {paidMoney}',
  ],
  'pay.explained.fixed': [
    '{baseMoney} for a full month, {days, number} of {of, number} working days',
    '{baseMoney} за полный месяц, {days, number} из {of, plural, one {# рабочего дня} few {# рабочих дней} many {# рабочих дней} other {# рабочего дня}}',
  ],
  'pay.explained.percentage': ['{ratePercent, number}% of {baseMoney}', '{ratePercent, number}% от {baseMoney}'],
  'pay.explained.variable-money': [
    'plan {planMoney}, fact {factMoney}; {baseMoney} at full fulfilment, nothing below {thresholdPercent, number}%',
    'план {planMoney}, факт {factMoney}; {baseMoney} при полном выполнении, ниже {thresholdPercent, number}% не платится',
  ],
  'pay.explained.variable-count': [
    'plan {plan, number}, fact {fact, number}; {baseMoney} at full fulfilment, nothing below {thresholdPercent, number}%',
    'план {plan, number}, факт {fact, number}; {baseMoney} при полном выполнении, ниже {thresholdPercent, number}% не платится',
  ],
  'pay.explained.over-money': [
    'plan {planMoney}, fact {factMoney}; {ratePercent, number}% of {baseMoney} above full fulfilment, {cap, select, none {without a cap} other {counted up to {capPercent, number}%}}',
    'план {planMoney}, факт {factMoney}; {ratePercent, number}% от {baseMoney} сверх полного выполнения, {cap, select, none {без верхнего предела} other {учитывается до {capPercent, number}%}}',
  ],
  'pay.explained.over-count': [
    'plan {plan, number}, fact {fact, number}; {ratePercent, number}% of {baseMoney} above full fulfilment, {cap, select, none {without a cap} other {counted up to {capPercent, number}%}}',
    'план {plan, number}, факт {fact, number}; {ratePercent, number}% от {baseMoney} сверх полного выполнения, {cap, select, none {без верхнего предела} other {учитывается до {capPercent, number}%}}',
  ],
  'pay.explained.unplanned': [
    'without an approved plan nothing is missing: {baseMoney}',
    'без утверждённого плана нет и недовыполнения: {baseMoney}',
  ],
  'pay.explained.steps-money': [
    'plan {planMoney}, fact {factMoney}: {fulfilmentPercent, number}%; the step from {fromPercent, number}% gives {baseMoney} for a full month, {next, select, none {there is no higher one} other {the next begins at {nextPercent, number}%}}',
    'план {planMoney}, факт {factMoney}: {fulfilmentPercent, number}%; ступень от {fromPercent, number}% — {baseMoney} за полный месяц, {next, select, none {выше ступеней нет} other {следующая с {nextPercent, number}%}}',
  ],
  'pay.explained.steps-count': [
    'plan {plan, number}, fact {fact, number}: {fulfilmentPercent, number}%; the step from {fromPercent, number}% gives {baseMoney} for a full month, {next, select, none {there is no higher one} other {the next begins at {nextPercent, number}%}}',
    'план {plan, number}, факт {fact, number}: {fulfilmentPercent, number}%; ступень от {fromPercent, number}% — {baseMoney} за полный месяц, {next, select, none {выше ступеней нет} other {следующая с {nextPercent, number}%}}',
  ],
  'pay.explained.steps-below-money': [
    'plan {planMoney}, fact {factMoney}: {fulfilmentPercent, number}%; the first step begins at {nextPercent, number}%',
    'план {planMoney}, факт {factMoney}: {fulfilmentPercent, number}%; первая ступень с {nextPercent, number}%',
  ],
  'pay.explained.steps-below-count': [
    'plan {plan, number}, fact {fact, number}: {fulfilmentPercent, number}%; the first step begins at {nextPercent, number}%',
    'план {plan, number}, факт {fact, number}: {fulfilmentPercent, number}%; первая ступень с {nextPercent, number}%',
  ],
  'pay.explained.steps-unplanned': [
    'without an approved plan nothing is missing: it counts as met, which gives {baseMoney} for a full month',
    'без утверждённого плана нет и недовыполнения: он считается выполненным, это {baseMoney} за полный месяц',
  ],
  'pay.explained.scaled': [
    'plan {planMoney}, fact {factMoney}: {fulfilmentPercent, number}%; the step from {fromPercent, number}% gives {ratePercent, number}% of {baseMoney}, {next, select, none {there is no higher one} other {the next begins at {nextPercent, number}%}}',
    'план {planMoney}, факт {factMoney}: {fulfilmentPercent, number}%; ступень от {fromPercent, number}% — {ratePercent, number}% от {baseMoney}, {next, select, none {выше ступеней нет} other {следующая с {nextPercent, number}%}}',
  ],
  'pay.explained.scaled-below': [
    'plan {planMoney}, fact {factMoney}: {fulfilmentPercent, number}%; the first step begins at {nextPercent, number}%',
    'план {planMoney}, факт {factMoney}: {fulfilmentPercent, number}%; первая ступень с {nextPercent, number}%',
  ],
  'pay.explained.scaled-unplanned': [
    'without an approved plan nothing is missing: it counts as met, {ratePercent, number}% of {baseMoney}',
    'без утверждённого плана нет и недовыполнения: он считается выполненным, {ratePercent, number}% от {baseMoney}',
  ],
  'pay.explained.per-order': [
    '{count, plural, one {# order} other {# orders}}{least, select, none {} other { worth {leastMoney} at least}}, {eachMoney} each: {earnedMoney}; {cap, select, none {without a cap} other {at most {capMoney} a month}}',
    '{count, plural, one {# заказ} few {# заказа} many {# заказов} other {# заказа}}{least, select, none {} other { от {leastMoney}}} по {eachMoney}: {earnedMoney}; {cap, select, none {без верхнего предела} other {не более {capMoney} в месяц}}',
  ],
  'pay.explained.legal-minimum': [
    'everything computed comes to {soFarMoney}; by law {minimumMoney} for a full month, {baseMoney} for the days held',
    'всего начислено {soFarMoney}; по закону {minimumMoney} за полный месяц, за эти дни {baseMoney}',
  ],
  'pay.explained.top-up': [
    'computed {soFarMoney}, the minimum for the time held is {baseMoney}',
    'начислено {soFarMoney}, минимум за это время {baseMoney}',
  ],
  'pay.source.orders': ['Orders that count', 'Учтённые заказы'],
  'pay.source.shipped': ['Shipments and returns', 'Отгрузки и возвраты'],
  'pay.source.paid': ['Payments received', 'Поступившие оплаты'],
  'pay.source.sales': ['Shipments and returns', 'Отгрузки и возвраты'],
  'pay.source.active-clients': ['Active clients', 'Активные клиенты'],
  'pay.source.new-clients': ['New clients', 'Новые клиенты'],

  'refusal.plans.unknown-employee': [
    'There is no such employee within your reach.',
    'Такого сотрудника в вашей зоне нет.',
  ],
  'refusal.plans.unknown-department': ['There is no such department.', 'Такого отдела нет.'],
  'refusal.plans.unknown-client': ['There is no such client within your reach.', 'Такого клиента в вашей зоне нет.'],
  'refusal.plans.unknown-category': ['There is no such product group.', 'Такой товарной группы нет.'],
  'refusal.plans.unknown-revision': [
    'There is no such revision of a plan within your reach.',
    'Такой редакции плана в вашей зоне нет.',
  ],
  'refusal.plans.other-plan': [
    'These are revisions of different plans: choose two of one plan and month.',
    'Это редакции разных планов: выберите две редакции одного плана за один месяц.',
  ],
  'refusal.plans.not-a-month': ['“{month}” is not a month.', '«{month}» — не месяц.'],
  'refusal.plans.not-in-department': [
    'This employee does not work in the department in that month.',
    'Этот сотрудник не работает в отделе в этом месяце.',
  ],
  'refusal.plans.cell-twice': ['The same plan stands twice.', 'Один и тот же план указан дважды.'],
  'refusal.plans.breakdown-of-sales-only': [
    'Only sales can be broken down by product group or client.',
    'По группам товаров и клиентам разбиваются только продажи.',
  ],
  'refusal.plans.changed-meanwhile': [
    'Someone changed this plan after you opened it. Compare and save again.',
    'План изменили после того, как вы его открыли. Сравните и сохраните снова.',
  ],
  'refusal.plans.month-over': [
    '{month} is over: its plan stays as it was.',
    'Месяц {month} закончился: план остаётся прежним.',
  ],
  'refusal.plans.month-begun': [
    '{month} has begun. To change an approved plan now, say why.',
    'Месяц {month} уже начался. Чтобы изменить утверждённый план, укажите причину.',
  ],
  'refusal.plans.month-settled': [
    'The pay for {month} is settled: the plan it follows from stays.',
    'Зарплата за {month} рассчитана: план, по которому она считалась, остаётся.',
  ],
  'refusal.plans.nothing-to-approve': ['Nothing waits for approval here.', 'Здесь нечего утверждать.'],
  'refusal.plans.below-department': [
    'The personal plans add up to {sumInWords}, the plan of the department is {planInWords}: {shortInWords} is missing. Raise them, or say why they may stay below.',
    'Сумма личных планов — {sumInWords}, план отдела — {planInWords}: не хватает {shortInWords}. Увеличьте планы или укажите, почему так можно.',
  ],
  'refusal.plans.breakdown-above-plan': [
    'The parts by product group or client add up to more than the plan.',
    'Сумма по группам товаров или клиентам больше плана.',
  ],
  'refusal.plans.pay-settled-already': [
    'The pay for this month is settled and does not change.',
    'Зарплата за этот месяц рассчитана и не меняется.',
  ],
  'refusal.plans.pay-month-not-over': [
    '{month} is not over yet: pay is settled afterwards.',
    'Месяц {month} ещё не закончился: расчёт делается после него.',
  ],
  'refusal.plans.pay-own': ['Nobody settles their own pay.', 'Свою зарплату никто не утверждает сам.'],
  'refusal.plans.pay-no-clause': [
    'No pay clause of a job description was in force in this month, and no legal minimum is set for it.',
    'В этом месяце не действовал ни один пункт об оплате, и минимальная оплата по закону на него не задана.',
  ],
  'refusal.plans.steps-not-ascending': [
    'Each step begins above the one before it.',
    'Каждая ступень начинается выше предыдущей.',
  ],
  'refusal.plans.steps-pays-less': [
    'A higher step does not pay less than the one before it.',
    'Более высокая ступень не платит меньше предыдущей.',
  ],
});
