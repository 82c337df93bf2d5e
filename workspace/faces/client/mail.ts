/** Every mailbox of the Workspace: recipients, their messages, one message as plain text, and bounces. */
import { get, post, watchVersion } from '../browser/api';
import { readData } from '../browser/data';
import { h, withLinks } from '../browser/dom';
import { longTime, shortTime } from '../browser/times';

interface Mail {
  id: string;
  from: string;
  to: string;
  replyTo?: string;
  subject: string;
  body: string;
  date: string | number;
}

const { timeZone } = readData<{ timeZone: string }>();
let mailbox = new URLSearchParams(window.location.search).get('to') ?? '';
let opened: string | undefined;
let mails: Mail[] = [];

const boxes = h('nav', { 'aria-label': 'メールボックス' });
const list = h('section', { class: 'list', 'aria-label': 'メールの一覧' });
const reader = h('article', { 'aria-label': '本文' });
const status = h('p', { role: 'status' });

function address(header: string): string {
  return /<([^>]+)>/u.exec(header)?.[1] ?? header;
}

function recipients({ to }: Mail): string[] {
  return to.split(',').map((each) => address(each.trim()).toLowerCase());
}

function show(): void {
  const counts = new Map<string, number>();
  mails.flatMap(recipients).forEach((name) => counts.set(name, (counts.get(name) ?? 0) + 1));
  const entry = (name: string, label: string, count: number): HTMLElement =>
    h(
      'button',
      {
        type: 'button',
        class: 'box',
        'aria-current': name === mailbox ? 'true' : undefined,
        on: { click: () => choose(name) },
      },
      h('span', {}, label),
      h('span', { class: 'count' }, String(count)),
    );
  boxes.replaceChildren(
    entry('', 'すべてのメール', mails.length),
    ...[...counts].sort(([a], [b]) => a.localeCompare(b)).map(([name, count]) => entry(name, name, count)),
  );
  if (mailbox !== '' && !counts.has(mailbox.toLowerCase())) boxes.append(entry(mailbox, mailbox, 0));

  const shown = mails
    .filter((mail) => mailbox === '' || recipients(mail).includes(mailbox.toLowerCase()))
    .reverse();
  list.replaceChildren(
    ...shown.map((mail) =>
      h(
        'button',
        {
          type: 'button',
          class: 'mail',
          'aria-current': mail.id === opened ? 'true' : undefined,
          on: { click: () => open(mail.id) },
        },
        h('span', { class: 'to' }, mailbox === '' ? address(mail.to) : address(mail.from)),
        h('span', { class: 'date' }, shortTime(new Date(mail.date), timeZone)),
        h('span', { class: 'subject' }, mail.subject),
      ),
    ),
  );
  if (shown.length === 0) list.append(h('p', { class: 'none' }, 'メールはありません。'));
  showMessage();
}

function showMessage(): void {
  const mail = mails.find(({ id }) => id === opened);
  if (mail === undefined) {
    reader.replaceChildren(h('p', { class: 'none' }, 'メールを選ぶと、ここに本文が出ます。'));
    return;
  }
  const fact = (name: string, value: string): HTMLElement[] => [h('dt', {}, name), h('dd', {}, value)];
  reader.replaceChildren(
    h('h1', {}, mail.subject),
    h(
      'dl',
      {},
      ...fact('差出人', mail.from),
      ...fact('宛先', mail.to),
      ...(mail.replyTo ? fact('返信先', mail.replyTo) : []),
      ...fact('日時', longTime(new Date(mail.date), timeZone)),
    ),
    h('pre', {}, ...withLinks(mail.body)),
    h(
      'p',
      {},
      h('button', { type: 'button', on: { click: () => void bounce(mail.id) } }, '不達にする'),
      ' 宛先に届かなかったことにして、差出人に不達の通知を返します。',
    ),
    status,
  );
}

function choose(name: string): void {
  mailbox = name;
  const url = new URL(window.location.href);
  if (name === '') url.searchParams.delete('to');
  else url.searchParams.set('to', name);
  window.history.replaceState(null, '', url);
  show();
}

function open(id: string): void {
  opened = id;
  status.textContent = '';
  show();
}

async function bounce(id: string): Promise<void> {
  await post(`/api/mail/${encodeURIComponent(id)}/bounce`).then(
    () => {
      status.textContent = '不達の通知を返しました。';
    },
    (error: unknown) => {
      status.textContent = String(error);
    },
  );
}

document.body.append(
  h('header', {}, h('a', { href: '/' }, 'ワークスペース'), h('strong', {}, 'メール')),
  h('main', {}, boxes, list, reader),
);
watchVersion(async () => {
  mails = await get<Mail[]>('/api/mail');
  show();
});
