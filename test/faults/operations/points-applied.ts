/** ポイント in My Page: applied for, with a photo, withdrawn, sent again. */
import { newKey, valueOf } from '../../support/office-day';
import { operation, type Operation } from '../operation';
import { persist, type Stage } from '../stage';
import { textOf } from '../state';
import { FORM, missingRow, POINT_TABS, pointRowsOf } from './applicants';
import { insider } from './people';
import { untold } from './renewers';

/** Somebody in My Page who has applied; the papers come later. */
async function applicant(stage: Stage) {
  const { person, token } = await insider(stage);
  const args = { form: FORM, evidence: { kind: 'later' } };
  const { receipt } = valueOf<{ receipt: string }>(
    await stage.day.mypage('applyPoints', args, { token, key: newKey() }),
  );
  return { person, token, receipt };
}

/** Applications until the office has looked at them. */
export const applications: readonly Operation[] = [
  operation({
    name: 'ポイント applied for',
    tabs: POINT_TABS,
    commits: 3,
    people: ['noMail'],
    situation: 'insider',
    arrange: async (stage) => ({ ...(await insider(stage)), key: newKey() }),
    act: async ({ day, advance }, { token, key }) => {
      const args = { form: FORM, evidence: { kind: 'later' } };
      const done = await persist(() => day.mypage('applyPoints', args, { token, key }));
      await advance('PT2M');
      return done;
    },
    missing: (_, { person }, state) => Promise.resolve(missingRow(person, state, '申請中')),
  }),
  operation({
    name: 'ポイント applied for with a photo',
    tabs: POINT_TABS,
    commits: 3,
    people: ['noMail'],
    situation: 'insider',
    arrange: async (stage) => {
      const { person, token } = await insider(stage);
      const photo = newKey();
      const data = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]).toString('base64');
      valueOf(await stage.day.mypage('sendEvidence', { data }, { token, key: photo }));
      return { person, token, photo, key: newKey() };
    },
    act: async ({ day, advance }, { token, photo, key }) => {
      const args = { form: FORM, evidence: { kind: 'files', files: [photo] } };
      const done = await persist(() => day.mypage('applyPoints', args, { token, key }));
      await advance('PT2M');
      return done;
    },
    missing: (_, { person }, state) =>
      Promise.resolve([
        ...missingRow(person, state, '申請中'),
        ...pointRowsOf(state, person)
          .filter((row) => row['証明書類の状態'] !== '添付' || row['証明書類'] === '')
          .map((row) => `証明書類 are ${textOf(row['証明書類の状態'])}`),
      ]),
  }),
  operation({
    name: 'ポイント withdrawn',
    tabs: POINT_TABS,
    commits: 1,
    people: ['noMail'],
    situation: 'insider',
    arrange: async (stage) => {
      const { person, token, receipt } = await applicant(stage);
      await stage.advance('PT2M');
      return { person, token, receipt, key: newKey() };
    },
    act: ({ day }, { token, receipt, key }) =>
      persist(() => day.mypage('withdrawPoints', { receipt }, { token, key })),
    missing: (_, { person }, state) => Promise.resolve(missingRow(person, state, '取下げ')),
  }),
];

export const sentAgain = operation({
  name: 'ポイント sent again',
  tabs: POINT_TABS,
  commits: 4,
  people: ['noMail'],
  situation: 'insider',
  arrange: async (stage) => {
    const { person, token, receipt } = await applicant(stage);
    await stage.advance('PT6M');
    const words = {
      decision: '差戻し',
      receipts: [receipt],
      reason: '日付が読み取れませんでした。',
      fixBy: '2026-12-31',
    };
    valueOf(await stage.office('decidePoints', words, newKey()));
    await untold(stage, person.number);
    return { person, token, receipt, key: newKey() };
  },
  act: async ({ day, advance }, { token, receipt, key }) => {
    const args = { receipt, form: { ...FORM, attendedOn: '2026-10-09' }, evidence: { kind: 'kept' } };
    const done = await persist(() => day.mypage('applyPoints', args, { token, key }));
    await advance('PT2M');
    return done;
  },
  missing: (_, { person }, state) => Promise.resolve(missingRow(person, state, '申請中')),
});
