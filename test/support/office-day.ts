/** What tests of journeys do over and over: answer the form, read mail and tabs, call My Page. */
import { randomUUID } from 'node:crypto';
import type { ControlClient, SampleInfo } from '../../workspace/control/client';

export interface Mail {
  id: string;
  from: string;
  to: string;
  subject: string;
  body: string;
}

export interface Execution {
  id: number;
  kind: string;
  function: string;
  outcome: string;
  error?: { name: string; message: string };
  calls: Record<string, number>;
  contacts: number;
  /** Contacts by class. */
  contactClasses: Record<string, number>;
  cellsRead: number;
}

/** A row of a tab, by header, as displayed. */
export type Row = Record<string, string>;

export type Person = SampleInfo['cases'][string];

/** The answer of a door, or the error of the call itself. */
export type Called =
  | {
      ok: true;
      value:
        | { ok: true; value: never }
        | { ok: false; code: string; fields?: Record<string, string>; until?: string };
    }
  | { ok: false; error: { name: string; message: string } };

/** Everything a journey test needs of a Workspace. */
export function officeDay(control: ControlClient) {
  const mails = (to = ''): Promise<Mail[]> =>
    control.get(`/api/mail${to === '' ? '' : `?to=${encodeURIComponent(to)}`}`);

  const rows = async (tab: string): Promise<Row[]> => {
    const { display } = await control.get<{ display: string[][] }>(`/api/sheets/${encodeURIComponent(tab)}`);
    const [headers = [], ...lines] = display;
    return lines
      .filter((line) => line.some((cell) => cell !== ''))
      .map((line) =>
        Object.fromEntries(
          headers.flatMap((header, index) => (header === '' ? [] : [[header, line[index] ?? ''] as const])),
        ),
      );
  };

  const answersOf = (
    person: Person,
    given: Partial<Record<string, string>> = {},
  ): Record<string, string> => ({
    登録番号: person.number,
    氏名: person.name,
    生年月日: person.birthDate,
    メールアドレス: person.mailToType,
    ...(given as Record<string, string>),
  });

  return {
    control,
    mails,
    rows,
    sample: () => control.get<SampleInfo>('/api/sample'),

    /** One of the named people; throws for a name the sample does not have. */
    person: async (name: string): Promise<Person> => {
      const { cases } = await control.get<SampleInfo>('/api/sample');
      const person = cases[name];
      if (!person) throw new Error(`The sample has no case ${name}.`);
      return person;
    },

    /** Answers the form as a person; `given` replaces single answers. */
    answer: (
      person: Person,
      given: Partial<Record<string, string>> = {},
      fire?: 'once' | 'twice' | 'never' | 'empty',
    ) =>
      control.post<{ responseId: string; executions: number[] }>('/api/form', {
        answers: answersOf(person, given),
        ...(fire ? { fire } : {}),
      }),

    /** Rows of パスワード送付 of one response. */
    recorded: async (responseId: string): Promise<Row[]> =>
      (await rows('パスワード送付')).filter((row) => row['回答ID'] === responseId),

    /** The password mails an address has received. */
    passwordMails: async (to: string): Promise<Mail[]> =>
      (await mails(to)).filter(({ body }) => body.includes('▼仮パスワード')),

    /** A row of 台帳 by its number. */
    ledger: async (number: string): Promise<Row | undefined> =>
      (await rows('台帳')).find((row) => row['登録番号'] === number),

    /** Calls My Page as its page does. */
    mypage: (method: string, args: unknown, more: { token?: string; key?: string } = {}) =>
      control.post<Called>('/api/call', {
        page: 'exec',
        function: 'mypage',
        args: [{ method, args, ...more }],
      }),

    /** Calls the secretariat's door as somebody at the keyboard. */
    office: (user: string, method: string, args: unknown = {}) =>
      control.post<Called>('/api/call', {
        page: 'sidebar',
        user,
        function: 'office',
        args: [{ method, args }],
      }),

    advance: (duration: string) => control.post('/api/clock', { advance: duration }),
    executions: (since = 0) => control.get<Execution[]>(`/api/executions?since=${String(since)}`),
  };
}

export type OfficeDay = ReturnType<typeof officeDay>;

/** The temporary password of a mail, as mailed. */
export function passwordIn(mail: Mail | undefined): string {
  const found = /▼仮パスワード\n(\S+)/.exec(mail?.body ?? '');
  if (!found?.[1]) throw new Error('No temporary password in the mail.');
  return found[1];
}

/** The code of a mail change, as mailed. */
export function codeIn(mail: Mail | undefined): string {
  const found = /▼確認コード\n(\d{6})\n/.exec(mail?.body ?? '');
  if (!found?.[1]) throw new Error('No code in the mail.');
  return found[1];
}

/** A client key as the page makes one. */
export function newKey(): string {
  return randomUUID();
}

/** The value of an answered call; throws what the door refused. */
export function valueOf<T>(called: Called): T {
  if (!called.ok) throw new Error(`The call failed: ${called.error.name}: ${called.error.message}`);
  if (!called.value.ok) throw new Error(`Refused: ${JSON.stringify(called.value)}`);
  return called.value.value;
}

/** The refusal of an answered call; throws if it was granted. */
export function refusalOf(called: Called): { code: string; fields?: Record<string, string>; until?: string } {
  if (!called.ok) throw new Error(`The call failed: ${called.error.name}: ${called.error.message}`);
  if (called.value.ok) throw new Error('The call was granted.');
  return called.value;
}

/** First login with the mailed password: an own password is set, and My Page is open. */
export async function enter(
  day: OfficeDay,
  person: Person,
  mail: Mail | undefined,
  own: string,
): Promise<{ token: string }> {
  const login = valueOf<{ next: string; token: string }>(
    await day.mypage('login', { number: person.number, password: passwordIn(mail) }),
  );
  return valueOf(
    await day.mypage(
      'firstLogin',
      { birthDate: person.birthDate, password: own },
      { token: login.token, key: newKey() },
    ),
  );
}
