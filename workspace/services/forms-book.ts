/** The Google Forms of the Workspace: questions, answers, and what a person may send in. */
import type { Clock, Json, Random, Stored } from '../engine/service';

/** Kinds of questions that are built; others cannot be made here. */
export const ITEM_TYPES = ['TEXT', 'PARAGRAPH_TEXT', 'DATE', 'MULTIPLE_CHOICE', 'CHECKBOX'] as const;
export type ItemType = (typeof ITEM_TYPES)[number];

/** A question. */
export interface FormItem {
  id: number;
  title: string;
  type: ItemType;
  required: boolean;
  /** Of MULTIPLE_CHOICE and CHECKBOX; else empty. */
  choices: string[];
}

/** An answer to one question: text, `YYYY-MM-DD` of a DATE, the chosen texts of a CHECKBOX. */
export type Answer = string | string[];

/** One submission. */
export interface FormAnswer {
  id: string;
  /** ms since 1970 */
  at: number;
  /** By id of the question; only what was answered. */
  answers: Record<string, Answer>;
}

/** One form. */
export interface FormRecord {
  id: string;
  publishedId: string;
  title: string;
  owner: string;
  editors: string[];
  accepting: boolean;
  /** Everybody who answers may see everybody's answers. */
  publishingSummary: boolean;
  items: FormItem[];
  /** In the order of their time. */
  responses: FormAnswer[];
}

/** What makes a form. */
export interface NewForm {
  owner: string;
  editors: string[];
  title: string;
  publishingSummary: boolean;
  items: Omit<FormItem, 'id'>[];
}

/** Thrown when a person's answers are refused, with the sentence the form shows. */
export class AnswerRefused extends Error {}

/** All forms. */
export interface FormBook extends Stored {
  forms(): readonly FormRecord[];
  find(id: string): FormRecord | undefined;
  create(form: NewForm): FormRecord;
  /** Takes a submission by question title; throws AnswerRefused. `at`: ms, default now. */
  submit(form: FormRecord, answers: Record<string, Answer>, at?: number): FormAnswer;
  clear(): void;
}

/** The URL under which owner and editors edit a form; the only one FormApp.openByUrl takes. */
export function editUrl({ id }: FormRecord): string {
  return `https://docs.google.com/forms/d/${id}/edit`;
}

/** The URL under which everybody answers a form. */
export function publishedUrl({ publishedId }: FormRecord): string {
  return `https://docs.google.com/forms/d/e/${publishedId}/viewform`;
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function checkAnswer(item: FormItem, answer: Answer): void {
  const texts = Array.isArray(answer) ? answer : [answer];
  if (Array.isArray(answer) !== (item.type === 'CHECKBOX')) {
    throw new AnswerRefused(`「${item.title}」の回答の形が質問と合いません。`);
  }
  if (item.type === 'DATE' && !texts.every(isDay)) {
    throw new AnswerRefused(`「${item.title}」は日付（YYYY-MM-DD）で回答してください。`);
  }
  if (item.choices.length > 0 && !texts.every((text) => item.choices.includes(text))) {
    throw new AnswerRefused(`「${item.title}」は選択肢から選んでください。`);
  }
  if (item.type === 'TEXT' && texts.some((text) => /[\r\n]/u.test(text))) {
    throw new AnswerRefused(`「${item.title}」は 1 行で回答してください。`);
  }
}

function isAnswered(answer: Answer | undefined): answer is Answer {
  return answer !== undefined && answer.length > 0;
}

function readAnswers(form: FormRecord, given: Record<string, Answer>): Record<string, Answer> {
  const unknown = Object.keys(given).find((title) => !form.items.some((item) => item.title === title));
  if (unknown !== undefined) throw new AnswerRefused(`「${unknown}」という質問はありません。`);
  const answers: Record<string, Answer> = {};
  for (const item of form.items) {
    const answer = Object.hasOwn(given, item.title) ? given[item.title] : undefined;
    if (isAnswered(answer)) {
      checkAnswer(item, answer);
      answers[item.id] = answer;
    } else if (item.required) {
      throw new AnswerRefused(`「${item.title}」は必須の質問です。`);
    }
  }
  return answers;
}

/** No forms yet. */
export function createFormBook(clock: Clock, random: Random): FormBook {
  let forms: FormRecord[] = [];
  return {
    forms: () => forms,
    find: (id) => forms.find((form) => form.id === id),
    create({ owner, editors, title, publishingSummary, items }) {
      const form: FormRecord = {
        id: `1${random.hex(21)}`,
        publishedId: `1FAIpQLS${random.hex(24)}`,
        title,
        owner,
        editors: [...editors],
        accepting: true,
        publishingSummary,
        items: items.map((item) => ({
          ...item,
          choices: [...item.choices],
          id: Math.floor(random.next() * 2 ** 31),
        })),
        responses: [],
      };
      forms.push(form);
      return form;
    },
    submit(form, given, at = clock.now()) {
      if (!form.accepting) throw new AnswerRefused('このフォームは現在、回答を受け付けていません。');
      const answer = { id: `2_ABaOnu${random.hex(24)}`, at, answers: readAnswers(form, given) };
      form.responses.push(answer);
      form.responses.sort((a, b) => a.at - b.at);
      return answer;
    },
    clear() {
      forms = [];
    },
    save: () => structuredClone(forms) as unknown as Json,
    load(saved) {
      forms = structuredClone(saved) as unknown as FormRecord[];
    },
  };
}
