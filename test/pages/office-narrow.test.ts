/** The long lists of the sidebar, as narrow as a scroll bar leaves it: nothing is cut, spills over or scrolls sideways. */
import { certificate, type Answers } from './support/certificate-samples';
import { waits as notified } from './support/notification-queue';
import { ok, openPage, startPages, stopPages } from './support/open-page';
import { registrant } from './support/registrant-samples';
import { officeHome } from './support/samples';

beforeAll(startPages);
afterAll(stopPages);

/** Windows takes some 17 of 300 pixels for the scroll bar. */
const WIDTH = 283;
const NAME = '勅使河原 エリザベスマリアンヌ喜代子';
const MAIL = 'a.very.long.address.without.any.break.2026@department.example-association.co.jp';
const ADDRESS =
  '見本県見本市大字とても長い地名の町字さらに長い小字2丁目34番56号ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰ';
const PERIOD = '令和14年12月31日（2032年）から令和19年12月30日（2037年）まで';

const views: Record<string, Answers> = {
  changes: {
    changes: () =>
      ok({
        lines: [
          {
            ...{ row: 40, change: 'H26-000040', at: '11月20日 10:02', number: '第2026-000012号', name: NAME },
            ...{ item: 'メールアドレス', before: MAIL, after: ADDRESS, by: MAIL, route: '事務局画面' },
            ...{ receipt: 'D26-000007-3', isSeen: false },
          },
        ],
        next: 20,
      }),
  },
  passwords: {
    passwordQueue: () =>
      ok({
        total: 1,
        cases: [
          {
            ...{
              row: 2,
              responseId: 'r-1',
              received: '11月20日 10:02',
              number: '第2026-000012号',
              name: NAME,
            },
            ...{ newMail: MAIL, oldMail: `old.${MAIL}`, reason: 'ほかの登録者と同じアドレス', memo: ADDRESS },
            differences: [{ label: '生年月日', given: NAME, onFile: MAIL }],
          },
        ],
      }),
  },
  notifications: {
    notificationQueue: () =>
      ok({
        ...{ total: 1, reasons: [], today: '2026-11-24', fixBy: '2026-12-08' },
        cases: [
          notified(1, {
            ...{ name: NAME, changes: [{ item: '氏名', before: NAME, after: MAIL }], onFile: [ADDRESS] },
          }),
        ],
      }),
  },
  certificates: {
    certificateQueue: () =>
      ok({
        ...{ total: 1, today: '2027-04-10', association: '', sheet: { faces: '12面', x: 0, y: 0 } },
        cases: [
          certificate(1, {
            ...{ name: NAME, printedName: NAME, period: PERIOD, addressChanged: true, newLabel: ADDRESS },
            label: { postalCode: '113-0021', lines: [ADDRESS, MAIL], name: `${NAME} 様` },
          }),
        ],
      }),
  },
  lapse: {
    lapseList: () =>
      ok({
        total: 1,
        people: [
          {
            ...{ number: '第2026-000012号', name: NAME, end: '令和14年12月31日（2032年）' },
            ...{ phone: '0120-000-000 内線123456', by: 'メール' },
          },
        ],
      }),
  },
  outlook: {
    outlookEnds: () =>
      ok({ ends: [{ end: '2032-12-31', written: '令和14年12月31日（2032年）', people: 1 }] }),
    renewalOutlook: () =>
      ok({
        total: 1,
        people: [
          {
            ...{ number: '第2026-000012号', name: NAME, group: 'メールマガジンだけ未', points: 12.5 },
            ...{ unreachable: true, mail: MAIL, phone: '0120-000-000 内線123456' },
          },
        ],
      }),
  },
  notices: {
    waitingNotices: () =>
      ok({
        notices: [
          {
            ...{
              notice: 'N26-000012',
              number: '第2026-000012号',
              name: NAME,
              kind: '別のアドレスからのご連絡',
            },
            ...{ about: 'P26-000001-0', leavesAt: '11月24日 10:30' },
          },
        ],
      }),
  },
  putBack: {
    putBackEdits: () =>
      ok({ edits: [{ at: '11月24日 10:30', by: MAIL, target: 'P26-000001-0', text: ADDRESS }] }),
  },
  state: { findRegistrant: () => ok({ person: registrant({ name: NAME, company: MAIL, period: PERIOD }) }) },
};

test.each(Object.entries(views))('%s', async (view, answers) => {
  const { page, look } = await openPage('office', {
    ...{ width: WIDTH, height: 700 },
    append: '<div id="view" data-view="sidebar" data-facts="{}" hidden></div>',
    play: (call) => answers[call.method]?.(call) ?? (call.method === 'home' ? ok(officeHome) : ok({})),
  });
  await page.getByLabel('画面').selectOption(view);
  if (view === 'outlook') {
    await page.getByLabel('満了日').selectOption('2032-12-31');
    await page.getByRole('button', { name: '見通しを見る' }).click();
    await page.getByText(/^メールマガジンだけ未/).click();
  }
  if (view === 'state') {
    await page.getByRole('textbox', { name: '登録番号' }).fill('12');
    await page.getByRole('button', { name: '次へ' }).click();
    await page.getByLabel('抹消', { exact: true }).check();
  }
  await page.getByText(NAME).or(page.getByText(ADDRESS)).first().waitFor();
  // The whole list in one picture.
  await page.setViewportSize({ width: WIDTH, height: 1400 });
  expect(await look(`narrow-${view}`)).toEqual([]);
  const spilled = await page.locator('body *').evaluateAll((all) =>
    all
      .filter((box) => !box.matches('select, .name-only') && box.clientWidth > 1)
      .filter((box) => box.scrollWidth > box.clientWidth + 1 && getComputedStyle(box).display !== 'inline')
      .map((box) => `${box.tagName}: ${(box as HTMLElement).innerText.slice(0, 60)}`),
  );
  expect(spilled).toEqual([]);
});
