import { Notice } from '../../../ui/notice';
import type { SetupFacts } from '../facts';
import { CloseButton } from '../parts/close-button';

/** 初期設定: what was done, what a person must still do, what could not be read. */
export function Setup({ facts }: { facts: SetupFacts | undefined }) {
  return (
    <main class="panel dialog-page">
      <h1 class="name-only">初期設定</h1>
      {!facts && (
        <Notice kind="warning" title="結果を表示できませんでした。">
          <p>メニュー「マイページ」の「初期設定」を、もう一度行ってください。何度行ってもかまいません。</p>
        </Notice>
      )}
      {facts && facts.todo.length > 0 && (
        <Notice title="あとは、人がすることです">
          <ol>
            {facts.todo.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ol>
        </Notice>
      )}
      {facts && facts.problems.length > 0 && (
        <section class="stack">
          <h2>読めなかったところ（{facts.problems.length}件）</h2>
          <p class="quiet">
            もとの内容は、シート「旧台帳」にそのまま残っています。直したあとでもう一度「初期設定」を選ぶと、残っているものだけが出ます。
          </p>
          <table class="compare">
            <thead>
              <tr>
                <th scope="col" style="width:6.5em">
                  旧台帳の行
                </th>
                <th scope="col">内容</th>
              </tr>
            </thead>
            <tbody>
              {facts.problems.map(({ row, text }, index) => (
                <tr key={index}>
                  <td>{row ?? '―'}</td>
                  <td>{text}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {facts && facts.done.length > 0 && (
        <section class="stack">
          <h2>できたこと</h2>
          <ul class="done-list">
            {facts.done.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      )}
      <div class="buttons">
        <CloseButton />
      </div>
    </main>
  );
}
