/** What is hard to print: the longest names and addresses 台帳 takes, 外字, hundreds of rows. */
import type { CertificateCase } from '../../../src/contract/office-certificates';
import type { Letter } from '../../../src/contract/office-notices';
import type { ResolutionLine } from '../../../src/contract/office-renewal';

interface Hard {
  name: string;
  gaiji?: string;
  postalCode: string;
  lines: string[];
}

/** People whose papers overflow first. */
const HARD: readonly Hard[] = [
  { name: '見本　花子', postalCode: '113-0021', lines: ['東京都文京区本駒込1-2-3'] },
  {
    name: '髙﨑　邉子',
    gaiji: '高＝はしごだか、辺＝しんにょうの点が二つ',
    postalCode: '000-2103',
    lines: [
      '例示県例示市北例示3丁目19番12号',
      'とても長い名前の見本マンション・グランドステージ架空台別館1203号室',
    ],
  },
  {
    name: '勅使河原　左衛門尉権之助五郎兵衛清正',
    postalCode: '999-9966',
    lines: ['見本県仮名郡試作町大字架空字小見本山下前原12345番地の67', 'サンプル荘704'],
  },
  {
    name: 'SAMPLE Maximiliana Alexandra Fernanda de la Cruz',
    postalCode: '',
    lines: [
      '100 Example Street, Sampletown, North Exampleshire, EXAMPLELAND AB12 3CD',
      'Apartment 1203, Building 45',
    ],
  },
  {
    name: '雛形　次郎',
    postalCode: '000-0340',
    lines: [
      '見本県仮名郡試作町大字架空1丁目20番地11号',
      '一般社団法人ひながた地域雇用支援機構附属架空家政婦紹介センター見本営業所',
      '人材紹介事業本部　首都圏第二紹介グループ　家政・介護担当チーム',
    ],
  },
];

const hard = (at: number): Hard => HARD[at % HARD.length] ?? { name: '', postalCode: '', lines: [] };
const pad = (at: number, width: number) => String(at).padStart(width, '0');

/** So many 証書 in the order of their serials. */
export function manyCertificates(count: number): CertificateCase[] {
  return Array.from({ length: count }, (_, at) => {
    const { name, gaiji = '', postalCode, lines } = hard(at);
    return {
      certificate: `S27-${pad(at + 1, 6)}`,
      ...{ serial: at + 1, row: at + 2, number: pad(at * 7 + 1, 5), name, printedName: name, gaiji },
      ended: false,
      ...{
        cause: '更新',
        state: '作成済',
        period: '令和9年4月1日（2027年）から令和14年3月31日（2032年）まで',
      },
      ...{ periodStart: '2027-04-01', periodEnd: '2032-03-31', issued: '令和9年3月20日（2027年）' },
      label: { postalCode, lines, name: `${name} 様` },
      ...{ addressChanged: false, newLabel: '', noAddress: false, posted: '', postedBy: '', tracking: '' },
      ...{ returned: '', returnReason: '', nextStep: '', phone: '03-0000-0101' },
    };
  });
}

/** So many lines of 決裁一覧, every fifth 特例 with a long reason. */
export function manyLines(count: number): ResolutionLine[] {
  return Array.from({ length: count }, (_, at) => ({
    ...{
      serial: at + 1,
      receipt: `K27-${pad(at + 1, 6)}-0`,
      number: pad(at * 7 + 1, 5),
      name: hard(at).name,
    },
    ...{ validTo: '令和9年3月31日（2027年）', course: '令和7年6月5日（2025年） 職業紹介責任者講習（第3回）' },
    ...{ magazine: '有', total: 5, received: '令和8年11月10日（2026年）', confirmedBy: '青木　ひとみ' },
    exception: at % 5 === 4 ? '要件不足' : '',
    exceptionReason:
      at % 5 === 4 ? '長期の入院により講習を受けられなかったため（令和9年3月10日理事会決定）' : '',
  }));
}

/** A letter each to the hard people. */
export function hardLetters(): Letter[] {
  return HARD.map(({ name, postalCode, lines }, at) => ({
    ...{ notice: `N27-${pad(at + 1, 6)}`, number: pad(at * 7 + 1, 5), name, kind: '要件不足' },
    subject: '資格有効期間は3月31日までです（更新の申請がお済みでない方へ）',
    body: LETTER.replace('{{氏名}}', name),
    label: { postalCode, lines, name: `${name} 様` },
    problem: '',
  }));
}

const LETTER = `{{氏名}} 様

職業紹介士資格の有効期間は、令和9年3月31日（水）までです。
更新には、次のことが必要です。

▼まだお済みでないもの
・当協会が開催する職業紹介責任者講習の受講
・メールマガジンの登録
・あと3ポイント

▼お願い
令和9年3月17日（水）までに、受講とポイントの申請をお済ませください。内容の確認に14日ほどかかります。
そろいましたら、令和9年3月31日（水）までに更新を申請してください。

お手続きは、書類の郵送でも承ります。くわしくは、お電話（03-0000-0000、平日9:00～17:00）でおたずねください。
マイページをお使いの方は、次のアドレスを入力すると、ご自分でもお手続きができます。
https://example.jp/mypage

期限までに申請がないときは、資格が失効します。
ご事情がある方、紙の書類で申請される方は、お早めに下記へご相談ください。

――――――――――
公益社団法人 全国民営職業紹介事業協会
職業紹介士事務局（見本）　青木 ひとみ
電話 03-0000-0000（平日9:00～17:00）
メール jimukyoku@example.jp

（N27-000001）`;

/** As the mails are signed. */
export const SENDER = [
  '――――――――――',
  '公益社団法人 全国民営職業紹介事業協会',
  '職業紹介士事務局（見本）　青木 ひとみ',
  '電話 03-0000-0000（平日9:00～17:00）',
  'メール jimukyoku@example.jp',
];
