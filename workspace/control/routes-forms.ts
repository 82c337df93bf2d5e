/** /api/form and /api/forms: making a form, and answering it. */
import type { Json } from '../engine/service';
import { AnswerRefused, editUrl, ITEM_TYPES, publishedUrl } from '../services/forms-book';
import type { Answer, FormItem, FormRecord } from '../services/forms-book';
import { FORM_DELIVERIES } from './firing';
import {
  readBoolean,
  readChoice,
  readInstant,
  readObject,
  readOptionalText,
  readText,
  readTexts,
  refuse,
  Refusal,
} from './request';
import type { Body, Route } from './request';
import type { World } from './world';

function readItem(value: Json): Omit<FormItem, 'id'> {
  const item = readObject(value, 'A question');
  const type = readChoice(item, 'type', ITEM_TYPES);
  const choices = readTexts(item, 'choices') ?? [];
  const needsChoices = type === 'MULTIPLE_CHOICE' || type === 'CHECKBOX';
  if (needsChoices !== choices.length > 0)
    refuse(`"choices" belong to MULTIPLE_CHOICE and CHECKBOX, and only there.`);
  return { title: readText(item, 'title'), type, required: readBoolean(item, 'required', false), choices };
}

function readAnswers(body: Body): Record<string, Answer> {
  const answers = Object.entries(readObject(body['answers'], '"answers"'));
  return Object.fromEntries(
    answers.map(([title, answer]): [string, Answer] => {
      if (typeof answer === 'string') return [title, answer];
      const texts = Array.isArray(answer) ? answer.filter((text) => typeof text === 'string') : [];
      if (!Array.isArray(answer) || texts.length !== answer.length)
        refuse(`The answer to 「${title}」 must be text.`);
      return [title, texts];
    }),
  );
}

function describe(form: FormRecord): Json {
  return {
    id: form.id,
    title: form.title,
    url: publishedUrl(form),
    editUrl: editUrl(form),
    items: form.items.map(({ title, type, required, choices }) => ({ title, type, required, choices })),
  };
}

/** The calls about forms. Without `id` they mean the first form. */
export function formRoutes({ workspace, forms, firing }: World): Route[] {
  const find = (id: string | undefined): FormRecord => {
    const form = id === undefined ? forms.forms()[0] : forms.find(id);
    if (form === undefined)
      throw new Refusal(404, id === undefined ? 'There is no form.' : `There is no form ${id}.`);
    return form;
  };
  return [
    {
      method: 'POST',
      path: /^\/api\/forms$/u,
      handle(request) {
        const body = readObject(request.body);
        const items = body['items'];
        if (!Array.isArray(items)) return refuse('"items" must be a list of questions.');
        const form = forms.create({
          owner: readText(body, 'owner'),
          editors: readTexts(body, 'editors') ?? [],
          title: readText(body, 'title'),
          publishingSummary: readBoolean(body, 'publishingSummary', false),
          items: items.map(readItem),
        });
        return { id: form.id, editUrl: editUrl(form), publishedUrl: publishedUrl(form) };
      },
    },
    { method: 'GET', path: /^\/api\/form$/u, handle: ({ query }) => describe(find(query['id'])) },
    {
      method: 'POST',
      path: /^\/api\/form$/u,
      async handle(request) {
        const body = readObject(request.body);
        const form = find(readOptionalText(body, 'id'));
        const answers = readAnswers(body);
        const delivery = readChoice(body, 'fire', FORM_DELIVERIES, 'once');
        const at = readInstant(body, 'at');
        if (at !== undefined && at > workspace.clock.now()) refuse('"at" lies in the future.');
        try {
          const answer = forms.submit(form, answers, at);
          return { responseId: answer.id, executions: await firing.submitted(form, answer, delivery) };
        } catch (error) {
          throw error instanceof AnswerRefused ? new Refusal(400, error.message) : error;
        }
      },
    },
  ];
}
