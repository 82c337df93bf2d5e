/** Forms: what their answers say, who may edit them, and when their trigger fires (facts/platform.md §5). */
import { OWNER } from '../../workspace/control-world';
import type { Opened } from '../../workspace/control-world';
import { failed, give, logOf, open, row } from './table';
import type { AroundFact } from './table';

async function makeForm({ control }: Opened): Promise<{ editUrl: string; publishedUrl: string }> {
  return control.post('/api/forms', {
    owner: OWNER,
    title: 'フォーム',
    items: [
      { title: '氏名', type: 'TEXT', required: true },
      { title: '備考', type: 'PARAGRAPH_TEXT' },
      { title: '生年月日', type: 'DATE' },
      { title: '種類', type: 'MULTIPLE_CHOICE', choices: ['個人', '事業所'] },
    ],
  });
}

const ANSWERS =
  '.getResponses().map((r) => r.getItemResponses().map((i) => [i.getItem().getTitle(), i.getResponse()]))';

export const FORMS: AroundFact[] = [
  row(
    'forms.answers',
    'Unanswered texts and dates appear as "", other unanswered questions not; a date is YYYY-MM-DD.',
    'gas-fakes live tests; reference/forms',
    'M',
    async () => {
      const opened = await open();
      const { editUrl } = await makeForm(opened);
      await opened.control.post('/api/form', { answers: { 氏名: '山田' } });
      await opened.control.post('/api/form', {
        answers: { 氏名: '佐藤', 生年月日: '2000-01-02', 種類: '個人' },
      });
      expect((await give(opened, `FormApp.openByUrl(${JSON.stringify(editUrl)})${ANSWERS}`)).value).toEqual([
        [
          ['氏名', '山田'],
          ['備考', ''],
          ['生年月日', ''],
        ],
        [
          ['氏名', '佐藤'],
          ['備考', ''],
          ['生年月日', '2000-01-02'],
          ['種類', '個人'],
        ],
      ]);
    },
  ),
  row(
    'forms.editors',
    'getEditors of a form tells who may edit it, its owner among them or not.',
    'reference/forms/form#getEditors',
    'D',
    async () => {
      const opened = await open();
      const { editUrl } = await makeForm(opened);
      const editors = `FormApp.openByUrl(${JSON.stringify(editUrl)}).getEditors().map((user) => user.getEmail())`;
      expect((await give(opened, editors)).value).toEqual([OWNER]);
    },
  ),
  row('forms.published', 'openByUrl takes no published URL.', 'platform.md §5', 'U', async () => {
    const opened = await open();
    const { publishedUrl } = await makeForm(opened);
    expect(await failed(opened, `FormApp.openByUrl(${JSON.stringify(publishedUrl)})`)).toBe(
      'Exception|Invalid argument: url',
    );
  }),
  row(
    'forms.twice',
    'A form trigger may fire twice, with nothing in its event, or never.',
    'google-forms-to-slack#5, #6, #7',
    'F',
    async () => {
      const opened = await open();
      const { editUrl } = await makeForm(opened);
      await opened.run('watch', editUrl);
      for (const fire of ['once', 'twice', 'empty', 'never']) {
        await opened.control.post('/api/form', { answers: { 氏名: '山田' }, fire });
      }
      const whole = ['authMode', 'response', 'source', 'triggerUid'];
      expect(await logOf(opened, 'answered')).toEqual([whole, whole, whole, ['authMode', 'triggerUid']]);
      expect(
        (await give(opened, `FormApp.openByUrl(${JSON.stringify(editUrl)}).getResponses().length`)).value,
      ).toBe(4);
    },
  ),
];
