/** FormApp on the host: who may open a form, what its questions and answers look like to a script. */
import { platformText } from '../engine/texts';
import { ServiceError } from '../engine/service';
import type { Engine, ExecutionView, Json, Service, ServiceMethod } from '../engine/service';
import { editUrl, publishedUrl } from './forms-book';
import type { FormAnswer, FormBook, FormItem, FormRecord } from './forms-book';

/** Opening another file than the script's own needs the whole scope; `forms.currentonly` is not enough (§9). */
const FORMS = ['https://www.googleapis.com/auth/forms'];

const NO_ITEM = 'No item with the given ID could be found, or you do not have permission to access it.';
const EDIT_URL =
  /^https:\/\/docs\.google\.com\/forms\/(?:u\/\d+\/)?d\/(?<id>[A-Za-z0-9_-]{20,})(?:\/edit)?(?:[?#].*)?$/u;

/** Kinds that appear among the item responses with `''` when they were not answered (§5). */
const SHOWN_EMPTY: readonly string[] = ['TEXT', 'PARAGRAPH_TEXT', 'DATE'];

function mayOpen(form: FormRecord, user: string): boolean {
  return [form.owner, ...form.editors].some((person) => person.toLowerCase() === user.toLowerCase());
}

function describeItem({ id, title, type, required, choices }: FormItem, index: number): Json {
  return { id, title, type, required, choices, index };
}

function describeResponse(form: FormRecord, { id, at, answers }: FormAnswer): Json {
  const responses = form.items.flatMap((item, index) =>
    item.id in answers || SHOWN_EMPTY.includes(item.type)
      ? [{ item: describeItem(item, index), response: answers[item.id] ?? '' }]
      : [],
  );
  return { id, at, email: '', responses };
}

/** The service FormApp. */
export function createFormsService(engine: Engine, book: FormBook): Service {
  const open = (execution: ExecutionView, id: Json | undefined): FormRecord => {
    const form = book.find(String(id));
    if (form === undefined || !mayOpen(form, execution.effectiveUser)) throw new ServiceError(NO_ITEM);
    return form;
  };

  const ofForm = (
    permissionName: string,
    answer: (form: FormRecord, ...args: Json[]) => Json,
  ): ServiceMethod => ({
    contact: 'form',
    scopes: FORMS,
    permissionName,
    handle: (execution, id, ...args) => answer(open(execution, id), ...args),
  });

  return {
    methods: {
      'FormApp.openById': {
        contact: 'form',
        scopes: FORMS,
        handle: (execution, id) => open(execution, id).id,
      },
      'FormApp.openByUrl': {
        contact: 'form',
        scopes: FORMS,
        handle(execution, url) {
          const id = EDIT_URL.exec(String(url).trim())?.groups?.['id'];
          if (id === undefined) throw new ServiceError(platformText(engine.lang, 'invalidArgument', 'url'));
          return open(execution, id).id;
        },
      },
      'Form.getTitle': ofForm('Form.getTitle', ({ title }) => title),
      'Form.getItems': ofForm('Form.getItems', ({ items }) => items.map(describeItem)),
      'Form.getResponses': ofForm('Form.getResponses', (form, since = null) =>
        form.responses
          .filter(({ at }) => since === null || at >= Number(since))
          .map((answer) => describeResponse(form, answer)),
      ),
      'Form.getResponse': ofForm('Form.getResponse', (form, id) => {
        const answer = form.responses.find((response) => response.id === id);
        if (answer === undefined) throw new ServiceError('Unable to retrieve form response.');
        return describeResponse(form, answer);
      }),
      'Form.getPublishedUrl': ofForm('Form.getPublishedUrl', publishedUrl),
      'Form.getEditUrl': ofForm('Form.getEditUrl', editUrl),
      'Form.isAcceptingResponses': ofForm('Form.isAcceptingResponses', ({ accepting }) => accepting),
      'Form.isPublishingSummary': ofForm(
        'Form.isPublishingSummary',
        ({ publishingSummary }) => publishingSummary,
      ),
      'Form.getEditors': ofForm('Form.getEditors', ({ owner, editors }) => [owner, ...editors]),
      'Form.collectsEmail': ofForm('Form.collectsEmail', () => false),
    },
  };
}
