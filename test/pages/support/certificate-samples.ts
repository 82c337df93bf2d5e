/** Certificates as the desk sees them, and its pages opened on them. */
import type { CertificateCase } from '../../../src/contract/office-certificates';
import { no, ok, openPage, type Reply, type SeenCall } from './open-page';
import { officeHome } from './samples';

export const NAMES = ['', '雛形 次郎', '見本 花子', '髙﨑 邉子'];
export const certificate = (at: number, more: Partial<CertificateCase> = {}): CertificateCase => ({
  certificate: `S26-00000${String(at)}`,
  serial: at,
  row: at + 1,
  number: `0010${String(at)}`,
  name: NAMES[at] ?? '',
  printedName: NAMES[at] ?? '',
  gaiji: '',
  cause: '更新',
  state: '作成済',
  period: '令和9年4月1日から令和14年3月31日まで',
  periodStart: '2027-04-01',
  periodEnd: '2032-03-31',
  issued: '令和9年3月20日',
  label: {
    postalCode: '113-0021',
    lines: ['東京都文京区本駒込見本町1丁目2番3号', 'とても長い名前の見本マンションの別館1203号室'],
    name: `${NAMES[at] ?? ''} 様`,
  },
  addressChanged: false,
  newLabel: '',
  ended: false,
  noAddress: false,
  posted: '',
  postedBy: '',
  tracking: '',
  returned: '',
  returnReason: '',
  nextStep: '',
  phone: '03-0000-0101',
  ...more,
});
export const three = [
  certificate(1),
  certificate(2, { addressChanged: true, newLabel: '〒100-0000 東京都千代田区試作4-5-6' }),
  certificate(3, { gaiji: '高＝はしごだか', printedName: '髙﨑 邉子の長い長いお名前の見本' }),
];

export type Answers = Record<string, (call: SeenCall) => Reply>;

/** 事務局画面 at a view, or 印刷; what `answers` does not answer, these samples do. */
export async function openDesk(shown: 'sidebar' | 'print', answers: Answers, view = '') {
  const opened = await openPage('office', {
    width: shown === 'sidebar' ? 300 : 1000,
    height: 700,
    append: `<div id="view" data-view="${shown}" data-facts="{}" hidden></div>`,
    play: (call) => {
      const answer = answers[call.method];
      if (answer) return answer(call);
      if (call.method === 'home') return ok(officeHome);
      if (call.method === 'certificateQueue')
        return ok({
          ...{ total: 3, cases: call.args.skip === 3 ? [] : three, today: '2027-04-10' },
          ...{ sheet: { faces: '12面', x: 0, y: 0 }, association: '公益社団法人 見本協会' },
        });
      return no('TROUBLE');
    },
  });
  if (shown === 'sidebar') await opened.page.getByLabel('画面').selectOption(view);
  return opened;
}
