import { defineTexts } from '#kernel/texts.ts';

/** Sentences of this module's refusals. */
export const mandatesRefusalTexts = defineTexts({
  'refusal.mandates.unknown-description': [
    'There is no such job description or position within your sight.',
    'Такой инструкции или должности в вашей зоне нет.',
  ],
  'refusal.mandates.unknown-version': [
    'There is no such version within your sight.',
    'Такой редакции в вашей зоне нет.',
  ],
  'refusal.mandates.unknown-clause': ['There is no such clause.', 'Такого пункта нет.'],
  'refusal.mandates.unknown-binding': ['There is no such binding.', 'Такой привязки нет.'],
  'refusal.mandates.unknown-template': ['There is no such template.', 'Такого шаблона нет.'],
  'refusal.mandates.unknown-remark': ['There is no such remark.', 'Такого замечания нет.'],
  'refusal.mandates.unknown-request': [
    'There is no such request within your sight.',
    'Такого запроса в вашей зоне нет.',
  ],
  'refusal.mandates.unknown-acknowledgement': [
    'Nothing of this kind was sent to you to sign.',
    'На подпись вам такого не направляли.',
  ],
  'refusal.mandates.unknown-appraisal': [
    'There is no such appraisal within your sight.',
    'Такой оценки в вашей зоне нет.',
  ],
  'refusal.mandates.unknown-employee': [
    'There is no such employee within your sight.',
    'Такого сотрудника в вашей зоне нет.',
  ],
  'refusal.mandates.period-empty': ['The last day lies before the first one.', 'Последний день раньше первого.'],
  'refusal.mandates.period-too-long': ['Choose a period of at most a year.', 'Выберите период не длиннее года.'],
  'refusal.mandates.already-described': [
    'The position has a job description already. Begin its next version.',
    'У должности уже есть инструкция. Начните её следующую редакцию.',
  ],
  'refusal.mandates.draft-exists': [
    'Another version is under way. Finish that one first.',
    'Другая редакция ещё в работе. Сначала закончите её.',
  ],
  'refusal.mandates.not-a-draft': [
    'Only a draft can be changed or submitted.',
    'Изменять и направлять можно только черновик.',
  ],
  'refusal.mandates.frozen': [
    'A version that left draft never changes.',
    'Редакция, вышедшая из черновика, не меняется.',
  ],
  'refusal.mandates.not-in-review': ['The version is not in review.', 'Редакция не на согласовании.'],
  'refusal.mandates.not-reviewed': [
    'Only a version that all reviewers accepted can be approved, and only once.',
    'Утвердить можно только согласованную всеми редакцию, и только один раз.',
  ],
  'refusal.mandates.not-approved': ['The version is not approved.', 'Редакция не утверждена.'],
  'refusal.mandates.already-reviewed': ['You have given your review already.', 'Вы уже высказались.'],
  'refusal.mandates.not-a-reviewer': [
    'You were not asked to review this version.',
    'Эту редакцию вам на согласование не направляли.',
  ],
  'refusal.mandates.remark-resolved': ['The remark has an answer already.', 'На замечание уже дан ответ.'],
  'refusal.mandates.remarks-missing': ['Say what your remarks are.', 'Напишите, в чём замечания.'],
  'refusal.mandates.section-empty': ['Section {clause} has no clause.', 'В разделе {clause} нет ни одного пункта.'],
  'refusal.mandates.duty-without-area': [
    'Duty {clause} names no area of work.',
    'Обязанность {clause} не называет участок работы.',
  ],
  'refusal.mandates.duty-without-cadence': [
    'Duty {clause} does not say how often or on what occasion.',
    'Обязанность {clause} не говорит, как часто или по какому поводу.',
  ],
  'refusal.mandates.duty-without-binding': [
    'Duty {clause} is bound to nothing that could show that it was done.',
    'Обязанность {clause} ни к чему не привязана, исполнение нечем подтвердить.',
  ],
  'refusal.mandates.right-without-authority': [
    'Right {clause} gives no authority.',
    'Право {clause} не даёт полномочия.',
  ],
  'refusal.mandates.responsibility-without-type': [
    'Responsibility {clause} does not say of which type it is.',
    'Ответственность {clause} не указывает свой вид.',
  ],
  'refusal.mandates.responsibility-without-rule': [
    'Responsibility {clause} names neither a rule nor a legal reference.',
    'Ответственность {clause} не называет ни правила, ни нормы закона.',
  ],
  'refusal.mandates.binding-misplaced': [
    'Clause {clause} binds what belongs to another section.',
    'Пункт {clause} привязан к тому, что относится к другому разделу.',
  ],
  'refusal.mandates.binding-unknown': [
    'Clause {clause} binds a kind that is not installed here.',
    'Пункт {clause} привязан к виду, который здесь не установлен.',
  ],
  'refusal.mandates.settings-do-not-fit': [
    'Some of the settings do not fit. {clause}',
    'Некоторые параметры не подходят. {clause}',
  ],
  'refusal.mandates.remark-open': [
    'A remark of {author} has no answer: “{text}”.',
    'Нет ответа на замечание ({author}): «{text}».',
  ],
  'refusal.mandates.no-reviewer': [
    'Name at least one reviewer: nobody who holds this position has a head.',
    'Назовите хотя бы одного согласующего: у занимающих должность нет руководителя.',
  ],
  'refusal.mandates.order-of-clauses': [
    'Name every clause of the section exactly once.',
    'Назовите каждый пункт раздела ровно один раз.',
  ],
  'refusal.mandates.order-number-missing': ['An order needs its number.', 'У приказа должен быть номер.'],
  'refusal.mandates.effective-before-approval': [
    'It cannot be in force before it was approved.',
    'Она не может действовать раньше утверждения.',
  ],
  'refusal.mandates.effective-in-past': [
    'It takes effect today at the earliest: what was in force before stays what it was.',
    'Вступает в силу не раньше сегодняшнего дня: прошлое остаётся каким было.',
  ],
  'refusal.mandates.review-too-late': [
    'The revision is due within five years of the first day.',
    'Пересмотр назначается в пределах пяти лет с первого дня действия.',
  ],
  'refusal.mandates.overlaps-version': [
    'Another version is in force on those days.',
    'На эти дни действует другая редакция.',
  ],
  'refusal.mandates.superseded': [
    'A later version has taken the place of this one. Sign the later one.',
    'Её заменила более поздняя редакция. Подпишите более позднюю.',
  ],
  'refusal.mandates.already-signed': ['It is signed already.', 'Уже подписано.'],
  'refusal.mandates.scan-needed': [
    'A signature on paper counts by the scan of the signed sheet: attach it first.',
    'Подпись на бумаге засчитывается по скану подписанного листа: сначала приложите его.',
  ],
  'refusal.mandates.scan-stays': [
    'The scan proves a signature and stays with it.',
    'Скан подтверждает подпись и остаётся при ней.',
  ],
  'refusal.mandates.text-changed': ['The text is not the one that you saw.', 'Это не тот текст, который вы видели.'],
  'refusal.mandates.request-open': ['A request about this is open already.', 'Запрос об этом уже открыт.'],
  'refusal.mandates.request-closed': ['The request is no longer open.', 'Запрос больше не открыт.'],
  'refusal.mandates.own-request': [
    'Nobody decides what they have asked themselves.',
    'Никто не решает по собственному запросу.',
  ],
  'refusal.mandates.unknown-action': [
    'There is no such agreed action within your sight.',
    'Такого согласованного действия среди доступных вам нет.',
  ],
  'refusal.mandates.action-not-yours': [
    'An agreed action is ended by whoever does it, the employee or the head; only the head calls it off or opens it again.',
    'Согласованное действие завершает исполнитель, сотрудник или руководитель; отменяет и возобновляет — только руководитель.',
  ],
  'refusal.mandates.action-due-past': ['This day is over.', 'Этот день уже прошёл.'],
  'refusal.mandates.appraisal-exists': [
    'There is an appraisal of this employee for this month already.',
    'Оценка этого сотрудника за этот месяц уже есть.',
  ],
  'refusal.mandates.appraisal-closed': ['What was signed is not changed.', 'Подписанное не меняют.'],
  'refusal.mandates.month-not-begun': ['That month has not begun.', 'Этот месяц ещё не начался.'],
  'refusal.mandates.head-signs-first': ['The head signs first.', 'Первым подписывает руководитель.'],
  'refusal.mandates.not-the-head': [
    'Only whoever is above the employee writes and signs as the head.',
    'За руководителя пишет и подписывает только вышестоящий.',
  ],
  'refusal.mandates.not-the-employee': [
    'Only the employee writes and signs this part.',
    'Эту часть пишет и подписывает только сам сотрудник.',
  ],
});
