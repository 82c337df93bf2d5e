import { ALL_SCOPES, closeControls, openControl, OWNER } from './control-world';
import type { ControlClient } from '../../workspace/control/client';

const CODE = `
  function open(url) { return FormApp.openByUrl(url).getTitle(); }
  function questions(url) {
    return FormApp.openByUrl(url).getItems().map((item) => [item.getTitle(), String(item.getType())]);
  }
  function required(url) { return FormApp.openByUrl(url).getItems()[0].asTextItem().isRequired(); }
  function wrongKind(url) { return FormApp.openByUrl(url).getItems()[0].asDateItem(); }
  function answersOf(response) {
    return response.getItemResponses().map((one) => [one.getItem().getTitle(), one.getResponse()]);
  }
  function answers(url, since) {
    const form = FormApp.openByUrl(url);
    return (since ? form.getResponses(new Date(since)) : form.getResponses()).map(answersOf);
  }
  function answer(url, id) {
    const response = FormApp.openByUrl(url).getResponse(id);
    return [response.getId(), response.getTimestamp().toISOString(), response.getRespondentEmail()];
  }
  function watch(url) { ScriptApp.newTrigger('onForm').forForm(FormApp.openByUrl(url)).onFormSubmit().create(); }
  function onForm(e) { console.log(JSON.stringify(e.response ? answersOf(e.response) : Object.keys(e))); }
  function facts(url) {
    const form = FormApp.openByUrl(url);
    return [form.isAcceptingResponses(), form.isPublishingSummary(), form.collectsEmail(), form.getEditUrl() === url];
  }
  function published(url) { return FormApp.openByUrl(FormApp.openByUrl(url).getPublishedUrl()); }
`;

interface Form {
  id: string;
  editUrl: string;
  publishedUrl: string;
}

async function makeForm(control: ControlClient, owner = OWNER): Promise<Form> {
  return control.post<Form>('/api/forms', {
    owner,
    title: '連絡先記入フォーム',
    items: [
      { title: '氏名', type: 'TEXT', required: true },
      { title: '生年月日', type: 'DATE' },
      { title: '種類', type: 'MULTIPLE_CHOICE', choices: ['個人', '事業所'] },
    ],
  });
}

afterEach(closeControls);

describe('a form', () => {
  it('tells people and scripts its questions', async () => {
    const { control, run } = await openControl(CODE);
    const form = await makeForm(control);
    expect(await control.get('/api/form')).toMatchObject({
      title: '連絡先記入フォーム',
      url: form.publishedUrl,
      items: [{ title: '氏名', type: 'TEXT', required: true }, { title: '生年月日' }, { title: '種類' }],
    });
    expect(await run('questions', form.editUrl)).toEqual([
      ['氏名', 'TEXT'],
      ['生年月日', 'DATE'],
      ['種類', 'MULTIPLE_CHOICE'],
    ]);
    expect(await run('required', form.editUrl)).toBe(true);
    expect(await run('facts', form.editUrl)).toEqual([true, false, false, true]);
    await expect(run('wrongKind', form.editUrl)).rejects.toThrow('Invalid conversion for item type: TEXT.');
  });

  it('is opened by its edit URL only, and only by who may edit it', async () => {
    const { control, run } = await openControl(CODE);
    const form = await makeForm(control);
    const foreign = await makeForm(control, 'other@example.jp');
    expect(await run('open', `${form.editUrl}?usp=sharing`)).toBe('連絡先記入フォーム');
    await expect(run('published', form.editUrl)).rejects.toThrow('Invalid argument: url');
    await expect(run('open', 'https://forms.gle/abcdef')).rejects.toThrow('Invalid argument: url');
    await expect(run('open', foreign.editUrl)).rejects.toThrow('you do not have permission to access it');
  });

  it('is out of reach of a script without the scope for other forms than its own', async () => {
    const oauthScopes = ALL_SCOPES.filter((scope) => !scope.endsWith('/forms'));
    const { control, run } = await openControl(CODE, { manifest: { oauthScopes } });
    const form = await makeForm(control);
    await expect(run('open', form.editUrl)).rejects.toThrow(
      'Specified permissions are not sufficient to call FormApp.openByUrl. Required permissions: https://www.googleapis.com/auth/forms',
    );
  });

  it('hands answers to scripts as text, leaving out unanswered choices but not unanswered texts', async () => {
    const { control, run } = await openControl(CODE);
    const { editUrl } = await makeForm(control);
    const { responseId } = await control.post<{ responseId: string }>('/api/form', {
      answers: { 氏名: '山田　花子', 生年月日: '1980-02-29' },
    });
    await control.post('/api/form', { answers: { 氏名: '佐藤', 種類: '個人' } });
    expect(await run('answers', editUrl)).toEqual([
      [
        ['氏名', '山田　花子'],
        ['生年月日', '1980-02-29'],
      ],
      [
        ['氏名', '佐藤'],
        ['生年月日', ''],
        ['種類', '個人'],
      ],
    ]);
    expect(await run('answer', editUrl, responseId)).toEqual([responseId, '2026-11-22T00:00:00.000Z', '']);
  });

  it('keeps answers in the order of their time and gives those from a time on', async () => {
    const { control, run } = await openControl(CODE);
    const { editUrl } = await makeForm(control);
    await control.post('/api/form', { answers: { 氏名: '新' } });
    await control.post('/api/form', {
      answers: { 氏名: '旧' },
      at: '2025-04-01T10:00:00+09:00',
      fire: 'never',
    });
    const names = async (since?: string): Promise<string[]> =>
      ((await run('answers', editUrl, since ?? null)) as string[][][]).map(([first]) => first?.[1] ?? '');
    expect(await names()).toEqual(['旧', '新']);
    expect(await names('2025-04-01T01:00:00Z')).toEqual(['旧', '新']);
    expect(await names('2025-04-01T01:00:01Z')).toEqual(['新']);
  });

  it.each([
    [{}, '「氏名」は必須の質問です。'],
    [{ 氏名: 'a', 生年月日: '1980/2/29' }, '「生年月日」は日付（YYYY-MM-DD）で回答してください。'],
    [{ 氏名: 'a', 生年月日: '1981-02-29' }, '「生年月日」は日付（YYYY-MM-DD）で回答してください。'],
    [{ 氏名: 'a', 種類: '両方' }, '「種類」は選択肢から選んでください。'],
    [{ 氏名: 'a', 住所: 'b' }, '「住所」という質問はありません。'],
    [{ 氏名: 'a\nb' }, '「氏名」は 1 行で回答してください。'],
  ])('refuses answers a person could not send: %j', async (answers, text) => {
    const { control } = await openControl(CODE);
    await makeForm(control);
    await expect(control.post('/api/form', { answers })).rejects.toThrow(text);
  });

  it('fires its trigger once, twice, never or with an empty event', async () => {
    const { control, run } = await openControl(CODE);
    const { editUrl } = await makeForm(control);
    await run('watch', editUrl);
    const submit = async (fire?: string): Promise<number[]> =>
      (await control.post<{ executions: number[] }>('/api/form', { answers: { 氏名: '山田' }, fire }))
        .executions;
    expect(await submit()).toHaveLength(1);
    expect(await submit('twice')).toHaveLength(2);
    expect(await submit('never')).toEqual([]);
    const [empty = 0] = await submit('empty');
    const records = await control.get<{ kind: string; user: string; function: string; log: string[] }[]>(
      `/api/executions?since=${empty - 1}`,
    );
    expect(records).toEqual([
      expect.objectContaining({
        kind: 'trigger',
        user: OWNER,
        function: 'onForm',
        log: [expect.stringContaining('authMode')],
      }),
    ]);
    await expect(submit('thrice')).rejects.toThrow(
      '"fire" must be one of "once", "twice", "never", "empty".',
    );
  });
});
