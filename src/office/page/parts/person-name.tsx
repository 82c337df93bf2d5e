/** 氏名 and 登録番号; the number stays in one piece. */
export function PersonName({ name, number }: { name: string; number: string }) {
  return (
    <>
      {name} <span class="nowrap">（{number}）</span>
    </>
  );
}
