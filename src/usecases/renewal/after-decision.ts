/** The ground of the next decision of one commit: of two applications for one period, opened or approved together, one goes on. */
import type { RenewalWrite } from './judge-decision';
import type { RenewalGround } from './renewal-ground';

/** The applications as the decision leaves them; the rows that are written stay as they were read. */
export function afterDecision(ground: RenewalGround, { row, set }: RenewalWrite): RenewalGround {
  return {
    ...ground,
    renewer: (person) => {
      const before = ground.renewer(person);
      const renewals = before.renewals.map((each) =>
        each.receipt === row.values.receipt ? { ...each, ...set } : each,
      );
      return { ...before, renewals };
    },
  };
}
