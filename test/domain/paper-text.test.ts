import { onPaper, paperClosing } from '../../src/domain/paper-text';
import { firstTexts } from '../../src/notices/kinds';

const SETTINGS = {
  officePhone: '03-0000-0000',
  officeHours: '平日9:00～17:00',
  guideUrl: 'https://example.jp/mypage',
};
const CLOSING = paperClosing(SETTINGS);

describe('a letter', () => {
  test.each(Object.entries(firstTexts))('of %s has nothing to press and no link', (_, { body }) => {
    const paper = onPaper(body, CLOSING);
    expect(paper).not.toMatch(/を押して|リンク|\{\{マイページURL\}\}/);
    expect(paper.split(CLOSING)).toHaveLength(body.includes('{{マイページURL}}') ? 2 : 1);
    expect(onPaper(body, '')).not.toMatch(/\n{3}|アドレスを入力する/);
  });

  it('keeps what else stands in the paragraph that led to My Page', () => {
    expect(
      onPaper(
        '▼期限\n{{補正期限}}\n\n下のリンクを押してください。マイページの「台帳」から直していただけます。期限までに直していただければ、届出として扱います。\n{{マイページURL}}\n\n{{署名}}',
        'お電話で承ります。',
      ),
    ).toBe(
      '▼期限\n{{補正期限}}\n\n期限までに直していただければ、届出として扱います。\n\nお電話で承ります。\n\n{{署名}}',
    );
  });

  it('names telephone and address as 設定 has them, and leaves out what it does not have', () => {
    expect(CLOSING).toContain('お電話（03-0000-0000、平日9:00～17:00）');
    expect(CLOSING.split('\n').at(-1)).toBe('https://example.jp/mypage');
    expect(paperClosing({ officePhone: '', officeHours: '', guideUrl: '' })).toBe(
      'お手続きは、書類の郵送でも承ります。くわしくは、下記へおたずねください。',
    );
  });
});
