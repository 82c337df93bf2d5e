/** 台帳の点検 and 変更の一覧 of the sidebar, 300 px wide, opened on a server that answers as told. */
import { no, ok, openPage, type Play, type Reply } from './open-page';
import { officeHome } from './samples';

type Answers = Record<string, Reply | ((args: Record<string, unknown>) => Reply)>;

/** The sidebar as Google shows it. */
export const sidebar = {
  width: 300,
  height: 900,
  append: '<div id="view" data-view="sidebar" data-facts="{}" hidden></div>',
};

/** Answers by method; ホーム stands. */
export const serverOf =
  (given: Answers): Play =>
  ({ method, args }) => {
    const answers: Answers = { home: ok(officeHome), ...given };
    const answer = answers[method];
    return typeof answer === 'function' ? answer(args) : (answer ?? no('TROUBLE'));
  };

/** The view of the sidebar, once ホーム has come. */
export async function openView(place: 'check' | 'changes', play: Play) {
  const opened = await openPage('office', { ...sidebar, play });
  await opened.page.getByText('動作モード').waitFor();
  await opened.page.getByLabel('画面').selectOption(place);
  return opened;
}
