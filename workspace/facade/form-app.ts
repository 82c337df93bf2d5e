/** FormApp: opening a form, its questions and its answers. */
import { javaEnum } from './enums';
import type { JavaEnum } from './enums';
import { platformError, strict } from './errors';
import { call } from './host';
import { is, signature } from './signature';
import { createUser } from './spreadsheet/protection';

const ItemType = javaEnum('ItemType', [
  'CHECKBOX',
  'CHECKBOX_GRID',
  'DATE',
  'DATETIME',
  'DURATION',
  'GRID',
  'IMAGE',
  'LIST',
  'MULTIPLE_CHOICE',
  'PAGE_BREAK',
  'PARAGRAPH_TEXT',
  'SCALE',
  'SECTION_HEADER',
  'TEXT',
  'TIME',
  'VIDEO',
  'FILE_UPLOAD',
]);
const DestinationType = javaEnum('DestinationType', ['SPREADSHEET']);

type ItemKind = 'TEXT' | 'PARAGRAPH_TEXT' | 'DATE' | 'MULTIPLE_CHOICE' | 'CHECKBOX';

interface ItemData {
  id: number;
  title: string;
  type: ItemKind;
  required: boolean;
  choices: string[];
  index: number;
}

interface ResponseData {
  id: string;
  at: number;
  email: string;
  responses: { item: ItemData; response: string | string[] }[];
}

/** `asTextItem` → the kind it wants and the name of what it gives. */
const CONVERSIONS: Record<string, [string, string]> = {
  asCheckboxItem: ['CHECKBOX', 'CheckboxItem'],
  asDateItem: ['DATE', 'DateItem'],
  asMultipleChoiceItem: ['MULTIPLE_CHOICE', 'MultipleChoiceItem'],
  asParagraphTextItem: ['PARAGRAPH_TEXT', 'ParagraphTextItem'],
  asTextItem: ['TEXT', 'TextItem'],
};

function commonMembers(data: ItemData): Record<string, () => unknown> {
  return {
    getId: () => data.id,
    getTitle: () => data.title,
    getType: () => ItemType[data.type],
    getIndex: () => data.index,
  };
}

function createTypedItem(data: ItemData, name: string): object {
  const choices = data.choices.map((value) => strict({ getValue: () => value }, 'FormApp.Choice'));
  return strict(
    {
      ...commonMembers(data),
      isRequired: () => data.required,
      ...(data.type === 'MULTIPLE_CHOICE' || data.type === 'CHECKBOX'
        ? { getChoices: () => [...choices] }
        : {}),
    },
    `FormApp.${name}`,
  );
}

function createItem(data: ItemData): object {
  const conversions = Object.entries(CONVERSIONS).map(([method, [type, name]]): [string, () => object] => [
    method,
    () => {
      if (data.type !== type) throw platformError(`Invalid conversion for item type: ${data.type}.`);
      return createTypedItem(data, name);
    },
  ]);
  return strict({ ...commonMembers(data), ...Object.fromEntries(conversions) }, 'FormApp.Item');
}

/** A response; what it holds is fetched at the first question about it unless it is given. */
function createResponse(formId: string, id: string, known?: ResponseData): object {
  let data = known;
  const loaded = (): ResponseData => (data ??= call('Form.getResponse', formId, id) as ResponseData);
  return strict(
    {
      getId: () => id,
      getTimestamp: () => new Date(loaded().at),
      getRespondentEmail: () => loaded().email,
      getItemResponses: () =>
        loaded().responses.map(({ item, response }) =>
          strict(
            {
              getItem: () => createItem(item),
              getResponse: () => (Array.isArray(response) ? [...response] : response),
            },
            'FormApp.ItemResponse',
          ),
        ),
    },
    'FormApp.FormResponse',
  );
}

function createForm(id: string): object {
  const ask =
    (name: string) =>
    (...args: unknown[]): unknown => {
      signature(`FormApp.Form.${name}`, args, []);
      return call(`Form.${name}`, id);
    };
  return strict(
    {
      getId: () => id,
      getTitle: ask('getTitle'),
      getPublishedUrl: ask('getPublishedUrl'),
      getEditUrl: ask('getEditUrl'),
      isAcceptingResponses: ask('isAcceptingResponses'),
      isPublishingSummary: ask('isPublishingSummary'),
      collectsEmail: ask('collectsEmail'),
      getEditors: () => (call('Form.getEditors', id) as string[]).map(createUser),
      getItems(...args: unknown[]) {
        signature('FormApp.Form.getItems', args, [], [is.enum('ItemType')]);
        const items = call('Form.getItems', id) as ItemData[];
        const wanted = args[0] as JavaEnum<string> | undefined;
        return items.filter(({ type }) => wanted === undefined || type === wanted.name()).map(createItem);
      },
      getItemById(...args: unknown[]) {
        signature('FormApp.Form.getItemById', args, [is.number]);
        const found = (call('Form.getItems', id) as ItemData[]).find((item) => item.id === args[0]);
        return found === undefined ? null : createItem(found);
      },
      getResponses(...args: unknown[]) {
        signature('FormApp.Form.getResponses', args, [], [is.date]);
        const since = args[0] === undefined ? null : (args[0] as Date).getTime();
        const responses = call('Form.getResponses', id, since) as ResponseData[];
        return responses.map((data) => createResponse(id, data.id, data));
      },
      getResponse(...args: unknown[]) {
        signature('FormApp.Form.getResponse', args, [is.string]);
        const data = call('Form.getResponse', id, args[0]) as ResponseData;
        return createResponse(id, data.id, data);
      },
    },
    'FormApp.Form',
  );
}

/** The `source` and `response` of a form-submit event. */
export function formSubmission(formId: string, responseId: string): { source: object; response: object } {
  return { source: createForm(formId), response: createResponse(formId, responseId) };
}

/** Installs FormApp. */
export function install(target: Record<string, unknown>): void {
  target['FormApp'] = strict(
    {
      ItemType,
      DestinationType,
      openById(...args: unknown[]) {
        signature('FormApp.openById', args, [is.string]);
        return createForm(call('FormApp.openById', args[0]) as string);
      },
      openByUrl(...args: unknown[]) {
        signature('FormApp.openByUrl', args, [is.string]);
        return createForm(call('FormApp.openByUrl', args[0]) as string);
      },
    },
    'FormApp',
  );
}
