import { minorDigits } from '#kernel/money.ts';
import type { Language } from '#kernel/texts.ts';
import { counted, type Forms, numberInWords } from './number-in-words.ts';

type Unit = { readonly en: Forms; readonly ru: Forms; readonly minorEn: Forms; readonly minorRu: Forms };

const cents = {
  minorEn: ['cent', 'cents', 'cents'],
  minorRu: ['цент', 'цента', 'центов'],
} as const;
const units: Readonly<Record<string, Unit>> = {
  RUB: {
    en: ['rouble', 'roubles', 'roubles'],
    ru: ['рубль', 'рубля', 'рублей'],
    minorEn: ['kopeck', 'kopecks', 'kopecks'],
    minorRu: ['копейка', 'копейки', 'копеек'],
  },
  USD: { en: ['US dollar', 'US dollars', 'US dollars'], ru: ['доллар США', 'доллара США', 'долларов США'], ...cents },
  EUR: { en: ['euro', 'euros', 'euros'], ru: ['евро', 'евро', 'евро'], ...cents },
  GBP: {
    en: ['pound sterling', 'pounds sterling', 'pounds sterling'],
    ru: ['фунт стерлингов', 'фунта стерлингов', 'фунтов стерлингов'],
    minorEn: ['penny', 'pence', 'pence'],
    minorRu: ['пенс', 'пенса', 'пенсов'],
  },
};

/**
 * An amount of minor units as it is written out on papers: `One hundred five US dollars 07 cents`, `Сто пять рублей
 * 07 копеек`. A currency that is not known here is named by its code.
 * @throws RangeError on an unsafe integer, or a whole part of a trillion and more.
 */
export function amountInWords(amount: number, currency: string, language: Language): string {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`${amount} is not a whole amount of minor units`);
  const scale = 10 ** minorDigits(currency);
  const size = Math.abs(amount);
  const whole = Math.floor(size / scale);
  if (whole >= 1e12) throw new RangeError(`${amount} is too great to be written out`);
  const sign = amount < 0 ? `${language === 'ru' ? 'минус' : 'minus'} ` : '';
  const words = `${sign}${numberInWords(whole, language)}`;
  const rest = scale === 1 ? '' : ` ${minorPart(size % scale, scale, currency, language)}`;
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} ${majorName(whole, currency, language)}${rest}`;
}

function majorName(count: number, currency: string, language: Language): string {
  const unit = units[currency];
  return unit ? counted(count, unit[language], language) : currency;
}

function minorPart(count: number, scale: number, currency: string, language: Language): string {
  const unit = units[currency];
  if (!unit) return `${count}/${scale}`;
  const forms = language === 'ru' ? unit.minorRu : unit.minorEn;
  return `${String(count).padStart(2, '0')} ${counted(count, forms, language)}`;
}
