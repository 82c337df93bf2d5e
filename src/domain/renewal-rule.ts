/** 規則 of a 更新申請 read back: the rule in force on the application day decides, whatever 設定 says by now (product.md, Rules). */
import type { Settings } from './settings';

const APPLY_FROM = ['応当日の翌日', '応当日', '月初'] as const;
const ENDINGS = ['応当日の前日', '年度末', '月末'] as const;
const OTHER_COURSES = ['認めない', 'ポイントとして認める', '必須として認める'] as const;

/** The settings with the figures of the rule (as of `renewalRule`) in place of today's; what it does not say stays. */
export function settingsByRule(rule: string, settings: Settings): Settings {
  const figure = (pattern: RegExp, now: number) => Number(pattern.exec(rule)?.[1] ?? now);
  const word = <W extends string>(before: RegExp, words: readonly W[], now: W) => {
    const said = before.exec(rule)?.[1] ?? '';
    return words.find((each) => said.startsWith(each)) ?? now;
  };
  return {
    ...settings,
    pointsNeeded: figure(/必要ポイント([\d.]+)/, settings.pointsNeeded),
    applyMonths: figure(/申請開始(\d+)か月前/, settings.applyMonths),
    applyFrom: word(/か月前の([^・]*)/, APPLY_FROM, settings.applyFrom),
    applyUntil: figure(/申請締切(\d+)日前/, settings.applyUntil),
    rescueDays: figure(/救済(\d+)日/, settings.rescueDays),
    otherCourses: word(/他団体の講習([^・]*)/, OTHER_COURSES, settings.otherCourses),
    validityYears: figure(/有効期間(\d+)年/, settings.validityYears),
    validityEnding: word(/有効期間\d+年([^・]*)/, ENDINGS, settings.validityEnding),
  };
}
