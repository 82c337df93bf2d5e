/** What a step left as it was, and of which the registration has ended, as the office is told after it. */
export function leftOut({
  skipped,
  ended,
}: {
  skipped: readonly string[];
  ended: readonly string[];
}): string {
  const others = skipped.filter((each) => !ended.includes(each));
  return [
    others.length > 0 ? `そのままのもの：${others.join('、')}。` : '',
    ended.length > 0 ? `登録が終わった方のため、作成・発送しないもの：${ended.join('、')}。` : '',
  ].join('');
}
