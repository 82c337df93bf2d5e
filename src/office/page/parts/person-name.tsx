interface PersonNameProps {
  name: string;
  number: string;
  /** The name stands out of what is around it. */
  strong?: boolean;
}

/** 氏名 and 登録番号; the number stays in one piece. */
export function PersonName({ name, number, strong = false }: PersonNameProps) {
  return (
    <>
      {strong ? <strong>{name}</strong> : name} <span class="nowrap">（{number}）</span>
    </>
  );
}
