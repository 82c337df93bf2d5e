/** My Page after login: the view again, and logging out everywhere. */
import { alone } from '../alone';
import { commit, update } from '../../sheets/commit';
import { readForDecision } from '../../sheets/read';
import { summaries } from '../../sheets/schema/index';
import { readProperties } from '../../platform/properties';
import { findInstallation, requireInstallation } from '../installation/installation';
import { myView, officeOf } from './my-view';
import { loadRules } from '../installation/rules';
import { holds, newToken, requireClaims, requireSession, requireSummaryRow } from './session';
import { requireOpen, stopText } from '../desk/stop';

/** Said before 初期設定 and in 準備. */
const PREPARING = 'マイページは準備中です。';

/** The view of the token's person, with a token that goes on. DomainError `SESSION_ENDED`, `STOPPED`. */
export function viewMypage(token: string | undefined) {
  const installation = requireInstallation();
  requireOpen(installation);
  const claims = requireClaims(installation, token, 'home');
  const row = requireSummaryRow(claims);
  requireSession(claims, row);
  const { rules } = loadRules();
  return { token: newToken(installation, 'home', row, claims.i), view: myView(row, installation, rules) };
}

/** Raises 世代, so that every device has to log in again. An old token is simply ended. */
export function logout(token: string | undefined): Record<string, never> {
  const installation = requireInstallation();
  const claims = requireClaims(installation, token, 'home');
  alone(() => {
    const place = requireSummaryRow(claims);
    const row = readForDecision([{ tab: summaries, rows: [place.row] }]).row(summaries, place.row);
    if (row.values.number !== claims.n || !holds(claims, row)) return;
    commit({ updates: [update(row, { generation: claims.g + 1 })], appends: [] });
  });
  return {};
}

/** What the login screen may show before anybody has logged in. */
export function statusOf() {
  const installation = findInstallation(readProperties());
  if (!installation) {
    return {
      office: { name: '', person: '', phone: '', hours: '', mail: '' },
      stopped: PREPARING,
      numberLabel: '登録番号',
    };
  }
  const { rules } = loadRules();
  const stopped = stopText(installation) ?? (rules.settings.mode === '準備' ? PREPARING : null);
  return { office: officeOf(rules), stopped, numberLabel: rules.settings.numberLabel };
}
