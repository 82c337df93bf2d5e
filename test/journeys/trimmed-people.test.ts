/** Of somebody with very many records 要約 has not all: whoever is told what is missing is told by all rows, 要約 trimmed or not. */
import { damageTo } from '../support/hidden-rows';
import { setReminderDays } from '../support/renewal-day';
import { renewalScene } from '../support/renewal-scene';

const scene = renewalScene();

/** 要約 as trimming leaves it: 有効期間 stays, of ポイント and 受講履歴 nothing is left. */
const trim = async (): Promise<void> => {
  const damage = damageTo(scene.workspace.control);
  const { summary } = await damage.summary(scene.person.number);
  const left = { ...summary, trimmed: true, rows: { 有効期間: summary.rows?.['有効期間'] } };
  const at = await damage.rowOf('_要約', '登録番号', scene.person.number);
  await damage.type('_要約', at, '要約', JSON.stringify(left));
};

it('更新の見通し counts what she has', async () => {
  await trim();
  const { people } = await scene.renewal.ask('renewalOutlook', { end: '2027-03-31' });
  expect(people.find(({ number }) => number === scene.person.number)).toMatchObject({
    ...{ group: 'そろった', points: 5 },
  });
});

it('the reminder tells her that nothing is missing', async () => {
  await setReminderDays(scene.day, '180/90/30/7');
  await trim();
  await scene.workspace.control.post('/api/triggers', { run: 'runDaily' });
  await scene.day.advance('PT50H');
  const told = (await scene.subjects()).filter((subject) => subject.includes('更新の要件'));
  expect(told).toEqual(['【民紹協】更新の要件がそろっています。更新の申請をお願いします']);
});

it('the queue shows the secretary her figures, and My Page shows her the same', async () => {
  await trim();
  const { receipt } = await scene.apply();
  await trim();
  const { cases } = await scene.renewal.ask('renewalQueue', { show: '申請中' });
  expect(cases).toMatchObject([{ receipt, unmet: [], points: { have: 5, needed: 5 } }]);
  expect((await scene.renewal.view(scene.token)).points.requirements).toMatchObject({
    points: { have: 5 },
  });
});
