/** 更新 and 証書: what each step costs. */
import { asOnFile, renewalDay } from '../support/renewal-day';
import { ledgerHand, letters } from '../support/ledger-hand';
import { newKey, valueOf, type OfficeDay } from '../support/office-day';
import { pointsDay } from '../support/points-day';
import type { Operation } from './operations';
import { TYPED } from './typed';

/** Somebody who has applied. */
async function applied(day: OfficeDay) {
  const renewal = renewalDay(day);
  const { person, token } = await renewal.enter('inWindowComplete');
  const { receipt } = valueOf<{ receipt: string }>(await renewal.apply(token, asOnFile(person)));
  return { renewal, person, token, receipt };
}

/** Fifty from paper that go on as 特例: nobody of the sample has all it takes. */
async function fifty(day: OfficeDay) {
  const renewal = renewalDay(day);
  const people = (await day.rows('台帳')).filter(
    (row) => row['状態'] === '有効' && row['住所'] !== '' && /^\d{4}\/\d/.test(row['有効期間満了日'] ?? ''),
  );
  const receipts: string[] = [];
  for (const row of people.slice(0, 50)) {
    if (receipts.length % 20 === 19) await day.advance('PT1M');
    const entry = { number: row['登録番号'], receivedOn: '2026-11-20', printedName: '', sendTo: '自宅' };
    receipts.push((await renewal.ask('enterRenewal', entry)).receipt);
  }
  const exception = { kind: '要件不足', reason: '一斉の切替' };
  await renewal.decide('確認済', receipts, { exception });
  return { renewal, receipts };
}

/** Of somebody approved, the 証書. */
async function paper(day: OfficeDay) {
  const { renewal, receipt, ...rest } = await applied(day);
  await renewal.approve([receipt], '2026-11-22');
  const [one] = (await renewal.ask('certificateQueue', { show: '作成待ち' })).cases;
  return { ...rest, renewal, certificate: one?.certificate ?? '' };
}

/** As before it, posted. */
async function posted(day: OfficeDay) {
  const { renewal, certificate, ...rest } = await paper(day);
  await renewal.ask('markCertificates', { to: '作成済', certificates: [certificate] });
  const lines = [{ certificate, tracking: '1234' }];
  await renewal.ask('postCertificates', { postedOn: '2026-11-22', postedBy: '', lines });
  return { ...rest, renewal, certificate };
}

/** 確認済 typed into 状態 of an application. */
async function typed(day: OfficeDay, receipt: string): Promise<void> {
  const hand = await ledgerHand(day.control);
  const [headers = [], ...lines] = await hand.display('更新申請');
  const row = lines.findIndex(([first]) => first === receipt) + 2;
  await hand.edit(`${letters(headers.indexOf('状態'))}${String(row)}`, [['確認済']], '更新申請');
}

const office = (name: string, run: (day: OfficeDay) => Promise<unknown>, more: object = {}): Operation => ({
  ...{ name, budget: 10, measured: 'office', run },
  ...more,
});

/** Columns 登録番号, 満了日 and 状態 of everybody, and the headers. */
const wholeRegister = (registrants: number) => 3 * registrants + 2000;

export const renewalBench: readonly Operation[] = [
  { name: '更新: apply, receipt queued', budget: 10, measured: 'mypage', run: (day) => applied(day) },
  {
    ...{ name: '更新: withdraw', budget: 10, measured: 'mypage' },
    run: async (day) => {
      const { token, receipt } = await applied(day);
      valueOf(await day.mypage('withdrawRenewal', { receipt }, { token, key: newKey() }));
    },
  },
  office('更新: the queue', async (day) =>
    (await applied(day)).renewal.ask('renewalQueue', { show: '申請中' }),
  ),
  office('更新: one by its 受付番号', async (day) => {
    const { renewal, receipt } = await applied(day);
    await renewal.ask('renewalCase', { receipt });
  }),
  office(
    '更新: confirm one',
    async (day) => {
      const { renewal, receipt } = await applied(day);
      await renewal.decide('確認済', [receipt]);
    },
    { budget: 14 },
  ),
  office(
    '更新: approve one, period, 証書 and notice',
    async (day) => {
      const { renewal, receipt } = await applied(day);
      await renewal.decide('確認済', [receipt]);
      const [seen] = (await renewal.ask('renewalQueue', { show: '確認済' })).cases;
      const words = { resolvedOn: '2026-11-22', rows: { [receipt]: seen?.row } };
      await renewal.decide('承認', [receipt], words);
    },
    { budget: 14 },
  ),
  office(
    '更新: approve fifty in one press',
    async (day) => {
      const { renewal, receipts } = await fifty(day);
      await renewal.decide('承認', receipts, { resolvedOn: '2026-11-22', resolution: '決裁第1号' });
    },
    { budget: 14, cells: () => 12_000 },
  ),
  office(
    '更新: enter one from paper',
    async (day) => {
      const { number } = await day.person('inWindowComplete');
      const entry = { number, receivedOn: '2026-11-20', printedName: '', sendTo: '自宅' };
      await renewalDay(day).ask('enterRenewal', entry);
    },
    { budget: 14 },
  ),
  ...(['差戻し', '不承認'] as const).map((decision) =>
    office(
      `更新: ${decision} of one, notice queued`,
      async (day) => {
        const { renewal, receipt } = await applied(day);
        if (decision === '不承認') await renewal.decide('確認済', [receipt]);
        const words = { reason: '送付先を確認できませんでした。', resolvedOn: '2026-11-22' };
        await renewal.decide(decision, [receipt], words);
      },
      { budget: 14 },
    ),
  ),
  office(
    '更新: 状態 typed into one cell',
    async (day) => {
      const { receipt } = await applied(day);
      await day.advance('PT6M');
      await typed(day, receipt);
    },
    { budget: TYPED, measured: 'onSheetEdited' },
  ),
  office('更新: 決裁一覧', async (day) => renewalDay(day).ask('resolutionList', {})),
  office('更新: 失効予定', async (day) => renewalDay(day).ask('lapseList', {}), { cells: wholeRegister }),
  office(
    '更新: 更新の見通し of one day',
    async (day) => renewalDay(day).ask('renewalOutlook', { end: '2027-03-31' }),
    { cells: wholeRegister },
  ),
  office('更新: days of 更新の見通し', async (day) => renewalDay(day).ask('outlookEnds', {}), {
    cells: wholeRegister,
  }),
  office(
    '更新: confirm the 失効 of a list',
    async (day) => {
      const { ask, skipTo } = renewalDay(day);
      await skipTo('2026-12-21T10:00:00+09:00');
      const { people } = await ask('lapseList', {});
      await ask('confirmLapse', { numbers: people.slice(0, 5).map(({ number }) => number) });
    },
    { budget: 14 },
  ),
  office('登録者の状態: whose number it is', async (day) =>
    renewalDay(day).ask('findRegistrant', { number: '00012' }),
  ),
  office(
    '登録者の状態: 休止',
    async (day) => {
      const { number } = await day.person('sameMail');
      const change = { number, action: '休止', reason: '本人の申出', on: '2026-11-20' };
      await renewalDay(day).ask('changePersonState', change);
    },
    { budget: 14 },
  ),
  office('証書: the queue', async (day) => {
    const { renewal } = await paper(day);
    await renewal.ask('certificateQueue', { show: '作成待ち' });
  }),
  office('証書: made', async (day) => {
    const { renewal, certificate } = await paper(day);
    await renewal.ask('markCertificates', { to: '作成済', certificates: [certificate] });
  }),
  office('証書: posted, notice queued', async (day) => {
    await posted(day);
  }),
  office('証書: 書換 added', async (day) => {
    const { number } = await day.person('inWindowComplete');
    await renewalDay(day).ask('addCertificates', { cause: '書換', numbers: [number] });
  }),
  office('証書: 返戻, notice queued', async (day) => {
    const { renewal, certificate } = await posted(day);
    const words = { returnedOn: '2026-11-22', reason: '転居先不明' };
    await renewal.ask('returnCertificate', { certificate, ...words });
  }),
  office('証書: 受領 told by telephone', async (day) => {
    const { renewal, certificate } = await posted(day);
    await renewal.ask('receiveCertificates', { certificates: [certificate], receivedOn: '2026-11-22' });
  }),
  {
    ...{ name: '証書: 受け取りました on My Page', budget: 10, measured: 'mypage' },
    run: async (day) => {
      const { token, certificate } = await posted(day);
      valueOf(await day.mypage('confirmCertificate', { certificate }, { token, key: newKey() }));
    },
  },
  office('郵送する通知: posted', async (day) => {
    const points = pointsDay(day);
    const { number } = await day.person('noMail');
    await points.decide('承認', [await points.enter(number)], {});
    const { letters } = await renewalDay(day).ask('letters', {});
    await renewalDay(day).ask('postLetters', { notices: letters.map(({ notice }) => notice) });
  }),
  office('郵送する通知: letters', async (day) => renewalDay(day).ask('letters', {})),
];
