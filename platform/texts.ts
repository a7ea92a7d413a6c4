import { defineTexts } from '#kernel/texts.ts';

/** Sentences of the platform's refusals, and the titles of problem documents. */
export const platformTexts = defineTexts({
  'record.platform.files': ['Attached files', 'Приложенные файлы'],
  'problem.400': ['The request cannot be understood', 'Запрос непонятен'],
  'problem.401': ['Sign in first', 'Сначала войдите'],
  'problem.403': ['Not within your mandate', 'Не входит в ваш мандат'],
  'problem.404': ['Not found', 'Не найдено'],
  'problem.409': ['Not possible now', 'Сейчас невозможно'],
  'problem.412': ['Changed meanwhile', 'Уже изменено'],
  'problem.413': ['Too large', 'Слишком большой объём'],
  'problem.415': ['Wrong kind of content', 'Неподходящий вид содержимого'],
  'problem.416': ['There is no such part', 'Такой части нет'],
  'problem.422': ['Something does not fit', 'Что-то не подходит'],
  'problem.429': ['Too many attempts', 'Слишком много попыток'],
  'problem.503': ['Not available now', 'Сейчас недоступно'],
  'refusal.platform.not-signed-in': [
    'You are not signed in. Sign in and try again.',
    'Вы не вошли. Войдите и повторите.',
  ],
  'refusal.platform.not-granted': [
    'No clause of your job description in force grants this act ({permit}).',
    'Ни один действующий пункт вашей должностной инструкции не даёт права на это действие ({permit}).',
  ],
  'refusal.platform.beyond-limit': [
    'This is beyond the limit of your right. You can ask the superior whose mandate covers it.',
    'Это выше предела вашего права. Можно запросить решение руководителя, чей мандат это покрывает.',
  ],
  'refusal.platform.out-of-reach': ['This record is not within your reach.', 'Эта запись вне вашей зоны.'],
  'refusal.platform.foreign-page': [
    'The request came from a page of another site and was not carried out.',
    'Запрос пришёл со страницы другого сайта и не выполнен.',
  ],
  'refusal.platform.password-to-change': [
    'Somebody else gave you this password. Choose your own first; until then nothing else is open.',
    'Этот пароль вам задал другой человек. Сначала выберите собственный: до этого ничего другого не доступно.',
  ],
  'refusal.platform.not-found': ['There is no such record within your reach.', 'Такой записи в вашей зоне нет.'],
  'refusal.platform.no-such-address': ['There is nothing at this address.', 'По этому адресу ничего нет.'],
  'refusal.platform.already-there': ['Such a record is there already.', 'Такая запись уже есть.'],
  'refusal.platform.changed-meanwhile': [
    'Someone changed this record after you opened it. Compare and save again.',
    'Запись изменили после того, как вы её открыли. Сравните и сохраните снова.',
  ],
  'refusal.platform.revision-needed': [
    'Send the revision that you saw in If-Match.',
    'Передайте увиденную вами редакцию в заголовке If-Match.',
  ],
  'refusal.platform.too-large': ['The request is too large.', 'Запрос слишком большой.'],
  'refusal.platform.wrong-media-type': [
    'This kind of content is not accepted here.',
    'Такой вид содержимого здесь не принимается.',
  ],
  'refusal.platform.malformed': [
    'The request cannot be read. Check its form.',
    'Запрос не читается. Проверьте его форму.',
  ],
  'refusal.platform.invalid-input': [
    `{fault, select,
      required {Fill this in.}
      choice {Choose one of: {values}.}
      type {{type, select,
        integer {A whole number is needed.} number {A number is needed.} boolean {Yes or no is needed.}
        other {This has the wrong form.}}}
      minLength {Write at least {limit} characters.}
      maxLength {Write at most {limit} characters.}
      minimum {At least {limit}.}
      maximum {At most {limit}.}
      exclusiveMinimum {More than {limit}.}
      exclusiveMaximum {Less than {limit}.}
      multipleOf {A multiple of {limit} is needed.}
      minItems {At least {limit, plural, one {# is} other {# are}} needed.}
      maxItems {At most {limit, plural, one {# is} other {# are}} accepted.}
      uniqueItems {Each may be there once.}
      format {{format, select,
        date {Give a day, such as 2027-03-14.} email {Give an e-mail address.}
        other {This is not written as expected here.}}}
      pattern {This is not written as expected here.}
      additionalProperties {This field is not known here.}
      other {This does not fit here.}}`,
    `{fault, select,
      required {Заполните это поле.}
      choice {Выберите одно из: {values}.}
      type {{type, select,
        integer {Нужно целое число.} number {Нужно число.} boolean {Нужно «да» или «нет».}
        other {Неверная форма значения.}}}
      minLength {Не меньше {limit} символов.}
      maxLength {Не больше {limit} символов.}
      minimum {Не меньше {limit}.}
      maximum {Не больше {limit}.}
      exclusiveMinimum {Больше {limit}.}
      exclusiveMaximum {Меньше {limit}.}
      multipleOf {Нужно кратное {limit}.}
      minItems {Нужно не меньше {limit}.}
      maxItems {Принимается не больше {limit}.}
      uniqueItems {Каждое может быть один раз.}
      format {{format, select,
        date {Укажите день, например 2027-03-14.} email {Укажите адрес электронной почты.}
        other {Записано не так, как ожидается.}}}
      pattern {Записано не так, как ожидается.}
      additionalProperties {Здесь нет такого поля.}
      other {Здесь это не подходит.}}`,
  ],
  'refusal.platform.invalid-value': ['A value is not acceptable here.', 'Недопустимое значение.'],
  'refusal.platform.unknown-reference': [
    'Something that is referred to does not exist.',
    'То, на что указывает ссылка, не существует.',
  ],
  'refusal.platform.too-many-attempts': [
    'Too many attempts. Wait a minute and try again.',
    'Слишком много попыток. Подождите минуту и повторите.',
  ],
  'refusal.platform.wrong-credential': ['The password is not right.', 'Пароль неверен.'],
  'refusal.platform.file-empty': ['The file is empty.', 'Файл пуст.'],
  'refusal.platform.file-too-large': [
    'The file is larger than the {megabytes} MB that may be attached.',
    'Файл больше {megabytes} МБ — больше прикладывать нельзя.',
  ],
  'refusal.platform.file-of-wrong-kind': [
    'By its content this is not {accepted, select, image_pdf {a picture or a PDF} image_pdf_recording {a picture, a PDF or a recording} other {a picture, a PDF, a recording, an office document or text}}.',
    'По содержимому это не {accepted, select, image_pdf {изображение и не PDF} image_pdf_recording {изображение, не PDF и не запись голоса} other {изображение, не PDF, не запись голоса, не офисный документ и не текст}}.',
  ],
  'refusal.platform.file-gone': [
    'The content of {name} is missing on the server. Whoever runs Mandate can bring it back from a backup.',
    'Содержимого файла {name} нет на сервере. Его может вернуть из резервной копии тот, кто обслуживает Mandate.',
  ],
  'refusal.platform.files-take-too-much': [
    'The files of the company would take more than {megabytes} MB. Take off what is not needed, or have the limit raised in Settings.',
    'Файлы компании займут больше {megabytes} МБ. Уберите ненужные или попросите поднять предел в «Настройках».',
  ],
  'refusal.platform.no-room': [
    'The disk of the server is full: the file was not kept. Tell whoever runs Mandate.',
    'На диске сервера нет места: файл не сохранён. Сообщите тому, кто обслуживает Mandate.',
  ],
  'refusal.platform.range-not-there': ['The file has no such part.', 'В файле нет такой части.'],
  'setting.platform.largest-file': [
    'Largest file that may be attached, MB',
    'Наибольший файл, который можно приложить, МБ',
  ],
  'setting.platform.files-in-all': ['All files of the company together, MB', 'Все файлы компании вместе, МБ'],
  'refusal.platform.file-needed': ['Attach a file.', 'Приложите файл.'],
  'refusal.platform.key-reused': [
    'This Idempotency-Key was already used for another request.',
    'Этот Idempotency-Key уже использован для другого запроса.',
  ],
  'refusal.platform.unreadable-file': [
    'This is no table that can be read: CSV or XLSX is needed.',
    'Таблица не читается: нужен CSV или XLSX.',
  ],
  'refusal.platform.import-missing': ['A required field is empty.', 'Не заполнено обязательное поле.'],
  'refusal.platform.import-not-text': ['The text is too long.', 'Слишком длинный текст.'],
  'refusal.platform.import-not-code': ['The code is too long.', 'Слишком длинный код.'],
  'refusal.platform.import-not-money': [
    'This is no amount of money in whole minor units.',
    'Это не денежная сумма в целых копейках.',
  ],
  'refusal.platform.import-not-number': ['This is no number.', 'Это не число.'],
  'refusal.platform.import-not-rate': ['This is no rate between 0 and 100%.', 'Это не ставка от 0 до 100 %.'],
  'refusal.platform.import-not-date': ['This is no date.', 'Это не дата.'],
  'refusal.platform.import-not-flag': ['This is neither yes nor no.', 'Это ни да, ни нет.'],
  'refusal.platform.import-repeated': ['The same row stands in the file twice.', 'Такая же строка уже есть в файле.'],
  'refusal.platform.import-unknown-reference': [
    'What the row refers to is not known.',
    'То, на что ссылается строка, неизвестно.',
  ],
  'refusal.platform.import-stopped': [
    'Stopped: the first {rows, number} rows were all refused for one reason. {reason} Nothing was imported.',
    'Остановлено: первые {rows, number} строк отклонены по одной причине. {reason} Ничего не загружено.',
  ],
  'refusal.platform.import-broken-off': [
    'The import broke off. Take back what came in, then import the file again.',
    'Загрузка прервалась. Отмените загруженное и загрузите файл снова.',
  ],
  'refusal.platform.import-cut-off': [
    'Cut off: the program ended after at least {rows, plural, one {# row} other {# rows}}. What came in stands. Take it back, then import the file again.',
    'Прервано: программа завершилась, прочитав не меньше {rows, plural, one {# строки} few {# строк} many {# строк} other {# строк}}. Загруженное осталось. Отмените загрузку и загрузите файл снова.',
  ],
  'refusal.platform.import-not-revertible': [
    'This import cannot be taken back: it still runs, was only a check, or was taken back already.',
    'Эту загрузку нельзя отменить: она ещё идёт, была только проверкой или уже отменена.',
  ],
  'refusal.platform.import-depended-on': [
    '{records}: {count, number} depend on what was imported ({of}{names, select, none {} other {: {names}}}).',
    '{records}: {count, number} опираются на загруженное ({of}{names, select, none {} other {: {names}}}).',
  ],
  'record.platform.issued_documents': ['Issued documents', 'Выданные документы'],
  'refusal.platform.too-many': [
    'Too many attempts. Wait a little and try again.',
    'Слишком много попыток. Подождите и повторите.',
  ],
  'refusal.platform.busy': ['Someone is changing the same. Try again.', 'Кто-то меняет то же самое. Повторите.'],
  'refusal.platform.unavailable': [
    'The database does not answer just now. Try again in a moment; nothing is done twice.',
    'База данных сейчас не отвечает. Повторите через минуту; дважды ничего не сделается.',
  ],
  'refusal.platform.defect': [
    'Something went wrong on our side. The number of this case is {requestId}.',
    'Произошла ошибка на нашей стороне. Номер случая: {requestId}.',
  ],
  'permit.platform.operate': ['Operate the installation', 'Обслуживать установку'],
  'permit.journal.read': ['Read the journal of the company', 'Читать журнал компании'],
  'permit.imports.run': ['Import records', 'Загружать данные'],
  'permit.imports.revert': ['Take imports back', 'Отменять загрузки'],
  'permit.exports.run': ['Export what one sees', 'Выгружать то, что видишь'],
});
