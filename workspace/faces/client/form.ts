/** A Google Form as a respondent sees it. */
import { get, post } from '../browser/api';
import { h } from '../browser/dom';

interface Item {
  title: string;
  type: 'TEXT' | 'PARAGRAPH_TEXT' | 'DATE' | 'MULTIPLE_CHOICE' | 'CHECKBOX';
  required: boolean;
  choices?: string[];
  helpText?: string;
}

interface Form {
  title: string;
  description?: string;
  items: Item[];
}

/** One question on the page. */
interface Question {
  element: HTMLElement;
  item: Item;
  answer(): string | string[];
  complain(sentence: string): void;
}

const REQUIRED_SENTENCE = 'この質問は必須です';

function choiceList(item: Item, name: string): { control: HTMLElement; answer(): string[] } {
  const type = item.type === 'CHECKBOX' ? 'checkbox' : 'radio';
  const inputs = (item.choices ?? []).map((value) => h('input', { type, name, value }));
  const labels = inputs.map((input) => h('label', { class: 'choice' }, input, h('span', {}, input.value)));
  const answer = (): string[] => inputs.filter(({ checked }) => checked).map(({ value }) => value);
  return { control: h('div', { class: 'choices' }, ...labels), answer };
}

function question(item: Item, index: number): Question {
  const id = `item${index}`;
  const problem = h('p', { class: 'problem', id: `${id}-problem`, hidden: true });
  const heading = [
    item.title,
    ...(item.required ? [h('span', { class: 'required', 'aria-label': '必須の質問' }, ' *')] : []),
  ];
  const help = item.helpText ? [h('p', { class: 'help' }, item.helpText)] : [];
  const complain = (sentence: string): void => {
    problem.textContent = sentence;
    problem.hidden = sentence === '';
    element.classList.toggle('bad', sentence !== '');
  };
  let element: HTMLElement;
  let answer: () => string | string[];
  if (item.type === 'MULTIPLE_CHOICE' || item.type === 'CHECKBOX') {
    const { control, answer: chosen } = choiceList(item, id);
    element = h('fieldset', { class: 'card' }, h('legend', {}, ...heading), ...help, control, problem);
    answer = () => (item.type === 'CHECKBOX' ? chosen() : (chosen()[0] ?? ''));
  } else {
    const common = {
      id,
      'aria-label': item.title,
      'aria-required': String(item.required),
      'aria-describedby': problem.id,
      autocomplete: 'off',
    };
    const control =
      item.type === 'PARAGRAPH_TEXT'
        ? h('textarea', { ...common, rows: 3, placeholder: '回答を入力' })
        : item.type === 'DATE'
          ? h('input', { ...common, type: 'date', max: '9999-12-31' })
          : h('input', { ...common, type: 'text', placeholder: '回答を入力' });
    element = h('div', { class: 'card' }, h('label', { for: id }, ...heading), ...help, control, problem);
    answer = () => control.value;
  }
  element.addEventListener('input', () => complain(''));
  return { element, item, answer, complain };
}

function banner(form: Form, ...more: Node[]): HTMLElement {
  return h(
    'div',
    { class: 'card title' },
    h('h1', {}, form.title),
    ...(form.description ? [h('p', {}, form.description)] : []),
    ...more,
  );
}

function confirmation(form: Form): void {
  const again = h(
    'a',
    {
      href: '/form',
      on: {
        click: (event) => {
          event.preventDefault();
          questions(form);
        },
      },
    },
    '別の回答を送信',
  );
  main.replaceChildren(banner(form, h('p', { role: 'status' }, '回答を記録しました。'), h('p', {}, again)));
  window.scrollTo(0, 0);
}

async function send(form: Form, asked: Question[], problem: HTMLElement): Promise<void> {
  const missing = asked.filter(({ item, answer }) => item.required && answer().length === 0);
  missing.forEach(({ complain }) => complain(REQUIRED_SENTENCE));
  if (missing[0] !== undefined) {
    missing[0].element.querySelector<HTMLElement>('input, textarea')?.focus();
    return;
  }
  const answers: Record<string, string | string[]> = {};
  for (const { item, answer } of asked) if (answer().length > 0) answers[item.title] = answer();
  try {
    await post('/api/form', { answers });
    confirmation(form);
  } catch (error) {
    problem.textContent = error instanceof Error ? error.message : String(error);
  }
}

function questions(form: Form): void {
  const asked = form.items.map(question);
  const problem = h('p', { class: 'problem', role: 'alert' });
  const button = h('button', { type: 'submit' }, '送信');
  const clear = h(
    'button',
    { type: 'button', class: 'clear', on: { click: () => questions(form) } },
    'フォームをクリア',
  );
  const element = h(
    'form',
    { novalidate: true, autocomplete: 'off' },
    ...asked.map((each) => each.element),
    problem,
    h('div', { class: 'buttons' }, button, clear),
  );
  element.addEventListener('submit', (event) => {
    event.preventDefault();
    button.disabled = true;
    void send(form, asked, problem).finally(() => {
      button.disabled = false;
    });
  });
  const note = h('p', { class: 'required' }, '* 必須の質問です');
  main.replaceChildren(banner(form, ...(form.items.some(({ required }) => required) ? [note] : [])), element);
}

const main = h('main');
document.body.append(main, h('footer', {}, 'Google フォーム（この端末のワークスペース）'));
get<Form>('/api/form').then(
  (form) => {
    document.title = form.title;
    questions(form);
  },
  (error: unknown) =>
    main.append(
      h('div', { class: 'card title' }, h('h1', {}, 'フォームはありません'), h('p', {}, String(error))),
    ),
);
