/** 変更届 on paper in the sidebar: the person is found, what the paper says is entered. */
import { left, openQueue } from './support/notification-queue';
import { ok, startPages, stopPages } from './support/open-page';
import { view } from './support/samples';

beforeAll(startPages);
afterAll(stopPages);

describe('one on paper', () => {
  const person = {
    number: '00123',
    name: '髙﨑 邉子',
    items: view.ledger,
    kinds: view.notificationKinds,
  };

  test('is entered with its 届出日 after the person was found', async () => {
    const { page, calls, look } = await openQueue({
      answers: {
        findNotifier: ({ args }) => ok({ person: args['number'] === '第123号' ? person : null }),
        enterNotification: () => ok({ done: true, receipt: 'D26-000200-0', mailed: true }),
      },
    });
    await page.getByRole('button', { name: '紙の届出を入力する' }).click();
    await page.getByLabel('登録番号').fill('999');
    await page.getByRole('button', { name: '次へ' }).click();
    await page.getByText('台帳に、この登録番号の方がいません。').waitFor();
    await page.getByLabel('登録番号').fill('第123号');
    await page.getByRole('button', { name: '次へ' }).click();
    await page.getByText('髙﨑 邉子').waitFor();
    await page.getByRole('button', { name: '受け付ける' }).click();
    await page.getByRole('alert').getByText('「届出の種類」を選んでください。').waitFor();
    await page.getByLabel('氏名の変更').check();
    await page.getByLabel('届出日').fill('2999/1/1');
    await page.getByRole('button', { name: '受け付ける' }).click();
    const summary = page.getByRole('alert');
    for (const sentence of ['変わったところがありません。', '「変更が生じた日」', '「届出日」は'])
      await summary.getByText(sentence).first().waitFor();
    expect(await look('entry-wrong')).toEqual([]);
    await page.getByLabel('お名前').fill('試作 邉子');
    await page.getByLabel('変更が生じた日').fill('R8.11.1');
    await page.getByLabel('届出日').fill('2026/11/18');
    expect(await look('entry')).toEqual([]);
    await page.getByRole('button', { name: '受け付ける' }).click();
    await page.getByText('受付番号 D26-000200-0 で受け付けました。').waitFor();
    expect(calls.find(({ method }) => method === 'enterNotification')).toMatchObject({
      key: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
      args: {
        kind: '氏名',
        changes: { 氏名: '試作 邉子' },
        changedOn: 'R8.11.1',
        note: '',
        evidence: '受領済',
        number: '00123',
        notifiedOn: '2026-11-18',
      },
    });
    await page.getByRole('button', { name: '一覧にもどる' }).click();
    await page.getByText('待っている届出が4件あります。').waitFor();
  });

  test('of a kind that is open says what to do, and what was typed stays', async () => {
    const { page } = await openQueue({
      answers: {
        findNotifier: () => ok({ person }),
        enterNotification: () => left('OPEN_ALREADY'),
      },
    });
    await page.getByRole('button', { name: '紙の届出を入力する' }).click();
    await page.getByLabel('登録番号').fill('123');
    await page.getByRole('button', { name: '次へ' }).click();
    await page.getByLabel('休止', { exact: true }).check();
    await page.getByLabel('休止を始める日').fill('2026/11/1');
    await page.getByRole('button', { name: '受け付ける' }).click();
    await page.getByText('この方の同じ種類の届出が、まだ終わっていません。').waitFor();
    expect(await page.getByLabel('休止を始める日').inputValue()).toBe('2026/11/1');
  });
});
