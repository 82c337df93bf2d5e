/** The launcher: the faces, who am I, the clock, and what was executed last. */
import { get } from '../browser/api';
import { readData } from '../browser/data';
import { h } from '../browser/dom';
import { createClockCard } from '../browser/clock-card';
import { createExecutionsTable } from '../browser/executions-table';

interface LauncherData {
  owner: string;
  editors: string[];
  timeZone: string;
  spreadsheet: string;
}

const data = readData<LauncherData>();

function card(href: string, title: string, who: string, text: string): HTMLAnchorElement {
  return h(
    'a',
    { href, class: 'card' },
    h('strong', {}, title),
    h('span', { class: 'who' }, who),
    h('span', {}, text),
  );
}

async function formCard(): Promise<HTMLElement> {
  const form = await get<{ title: string } | null>('/api/form').catch(() => null);
  return card('/form', form?.title ?? 'フォーム', 'だれでも', 'Google フォームに回答する');
}

const user = h('select', { id: 'user' });
for (const address of [...data.editors, data.owner]) {
  user.append(
    h('option', { value: address }, `${address}（${address === data.owner ? 'オーナー' : '編集者'}）`),
  );
}
const sheet = card('/sheet', data.spreadsheet, 'スタッフ', 'スプレッドシートとサイドバーで仕事をする');
const REMEMBERED = 'workspace user';
const remembered = window.localStorage.getItem(REMEMBERED);
if ([data.owner, ...data.editors].some((address) => address === remembered)) user.value = remembered ?? '';
const showUser = (): void => {
  window.localStorage.setItem(REMEMBERED, user.value);
  sheet.href = `/sheet?user=${encodeURIComponent(user.value)}`;
};
user.addEventListener('change', showUser);
showUser();

const executions = createExecutionsTable(data.timeZone);
const clock = createClockCard(data.timeZone);

async function start(): Promise<void> {
  document.body.append(
    h('header', {}, h('h1', {}, 'ワークスペース'), h('p', {}, 'この端末だけで動く Google Workspace')),
    h(
      'main',
      {},
      h(
        'nav',
        { class: 'cards', 'aria-label': '画面' },
        card('/exec', 'ウェブアプリ', 'だれでも', '公開されたページを匿名で開く'),
        await formCard(),
        sheet,
        card('/mail', 'メール', 'すべての宛先', '送られたメールを読む'),
      ),
      h(
        'div',
        { class: 'panels' },
        h(
          'section',
          {},
          h('h2', {}, 'スプレッドシートを開く人'),
          h('label', { for: 'user' }, '利用者'),
          user,
        ),
        clock.element,
      ),
      h('section', { class: 'executions' }, h('h2', {}, '最近の実行'), executions.element),
    ),
  );
  const look = async (): Promise<void> => {
    await Promise.all([clock.refresh(), executions.refresh()]).catch((error: unknown) => console.warn(error));
    window.setTimeout(() => void look(), 1000);
  };
  await look();
}

void start();
