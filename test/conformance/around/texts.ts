/** Texts of errors in the language of who runs the script (facts/platform.md 0.14). */
import { failed, open, row } from './table';
import type { AroundFact } from './table';

export const TEXTS: AroundFact[] = [
  row(
    'texts.language',
    'Texts are in the running user’s language: nothing may branch on them.',
    'REST ExecutionError; ErrHandler',
    'D',
    async () => {
      const opened = await open({ lang: 'ja' });
      const texts = await Promise.all(
        [
          'sheet_().getRange(0, 1)',
          'sheet_().getRange(1001, 1)',
          'sheet_().getRange("A1").setValues([["a"], ["b"]])',
          'LockService.getScriptLock().tryLock()',
          'SpreadsheetApp.getUi()',
          'new Uint8Array(1)',
          'Utilities.sleep(400000)',
          'GmailApp.sendEmail("a@example.com", "長".repeat(251), "b")',
          'Utilities.sleep(300000) || Utilities.sleep(300000)',
        ].map((code) => failed(opened, code)),
      );
      expect(texts.filter((text) => !/[ぁ-んァ-ヶ一-龠]/u.test(text.split('|')[1] ?? ''))).toEqual([]);
    },
  ),
  row(
    'texts.sheets',
    'The Japanese texts of a protection and of a range outside the sheet.',
    'ErrHandler; field reports',
    'F',
    async () => {
      const opened = await open({ lang: 'ja' });
      expect(await failed(opened, 'sheet_().getRange(1001, 1)')).toBe(
        'Exception|範囲の座標がシートのサイズから外れています。',
      );
      expect(await failed(opened, 'LockService.getScriptLock().tryLock("1")')).toBe(
        'Exception|パラメータ（String）が LockService.Lock.tryLock のメソッドのシグネチャと一致しません。',
      );
    },
  ),
];
