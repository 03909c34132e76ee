import { en } from './en';
import { type Messages, zh_CN } from './zh_CN';

/** The languages to choose the interface by: the reader's setting, or what the browser says. */
export function languagesOf(setting: 'auto' | 'zh-CN' | 'en', browser: readonly string[]): readonly string[] {
  return setting === 'auto' ? browser : [setting];
}

/** The words of the interface for a reader who prefers these languages: Chinese, unless only English is among them. */
export function messagesFor(languages: readonly string[]): Messages {
  const first = languages.find((language) => /^(zh|en)\b/i.test(language));
  const speaksChinese = languages.some((language) => /^zh\b/i.test(language));
  return first && !speaksChinese ? en : zh_CN;
}
