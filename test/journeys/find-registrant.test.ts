/** Whose number it is, as the office is shown before it does something in this person's name. */
import { refusalOf } from '../support/office-day';
import { renewalScene } from '../support/renewal-scene';

const scene = renewalScene();

it('a number typed in any way is shown with the person it means, and what may be made of her state', async () => {
  const { number, name } = scene.person;
  const wide = number.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  const { person } = await scene.renewal.ask('findRegistrant', { number: `第${wide}号` });
  expect(person).toMatchObject({ number, name, state: '有効', actions: ['休止', '抹消', '登録の取消'] });
  expect(person?.birthDate).toMatch(/^昭和|^平成/);
  expect(person?.period).toMatch(/から令和9年3月31日（2027年）まで$/);
  expect(await scene.renewal.ask('findRegistrant', { number: '99999' })).toEqual({ person: null });
});

it('a state that changed after it was shown is refused, and nothing is written', async () => {
  const { number } = scene.person;
  const press = { number, action: '抹消', reason: '本人の申出', on: '2026-11-24', seen: '有効' };
  await scene.renewal.ask('changePersonState', { ...press, action: '休止' });
  expect(refusalOf(await scene.renewal.office('changePersonState', press))).toMatchObject({
    ...{ code: 'INVALID', fields: { number: 'STATE' } },
  });
  expect((await scene.renewal.ask('findRegistrant', { number })).person).toMatchObject({
    ...{ state: '休止', actions: ['復帰', '抹消', '登録の取消'] },
  });
});
