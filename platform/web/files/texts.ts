import { defineTexts } from '#kernel/texts.ts';

/** Words of what is attached to records. */
export const fileTexts = defineTexts({
  'web.files': ['Files', 'Файлы'],
  'web.files.choose': ['Choose files', 'Выбрать файлы'],
  'web.files.photo': ['Take a photo', 'Сфотографировать'],
  'web.files.record': ['Record voice', 'Записать голос'],
  'web.files.stop': ['Stop and attach', 'Остановить и приложить'],
  'web.files.recording': ['Recording', 'Идёт запись'],
  'web.files.recording-name': ['Recording {at}.webm', 'Запись {at}.webm'],
  'web.files.no-microphone': [
    'The browser does not let this page use the microphone.',
    'Браузер не даёт этой странице пользоваться микрофоном.',
  ],
  'web.files.drop': ['Drop files here, or paste them', 'Перетащите файлы сюда или вставьте из буфера'],
  'web.files.drop-now': ['Let go to attach', 'Отпустите, чтобы приложить'],
  'web.files.up-to': ['up to {size} each', 'не больше {size} каждый'],
  'web.files.none': ['Nothing is attached', 'Ничего не приложено'],
  'web.files.size': [
    '{unit, select, bytes {{value} B} kilobytes {{value} KB} other {{value} MB}}',
    '{unit, select, bytes {{value} Б} kilobytes {{value} КБ} other {{value} МБ}}',
  ],
  'web.files.sending': ['Sending {name}', 'Отправляется {name}'],
  'web.files.waiting': ['waits', 'ждёт очереди'],
  'web.files.cancel': ['Do not send {name}', 'Не отправлять {name}'],
  'web.files.again': ['Try again', 'Повторить'],
  'web.files.too-large': [
    'The file is {size}; up to {largest} may be attached.',
    'Файл занимает {size}; прикладывать можно до {largest}.',
  ],
  'web.files.offline': [
    'No network: it will be sent when there is one, while this window stays open.',
    'Нет сети: файл уйдёт, когда она появится, если не закрывать это окно.',
  ],
  'web.files.record-not-there': [
    'What it belongs to could not be saved yet. Mend that first.',
    'То, к чему относится файл, пока не сохранено. Сначала исправьте это.',
  ],
  'web.files.detach': ['Take off {name}', 'Убрать {name}'],
  'web.files.detached': ['{name} was taken off', 'Файл {name} убран'],
  'web.files.download': ['Download {name}', 'Скачать {name}'],
  'web.files.open': ['Open {name}', 'Открыть {name}'],
  'web.files.later': ['The files are sent when this is recorded.', 'Файлы отправятся, когда запись будет сделана.'],
});
