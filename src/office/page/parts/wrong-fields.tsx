import { ErrorSummary, type Problem } from '../../../ui/error-summary';

/** Which fields are wrong; each check of them is a new list. */
export function WrongFields({ problems }: { problems: readonly Problem[] }) {
  return problems.length > 0 ? (
    <ErrorSummary title="入力をお確かめください。" problems={problems} attempt={problems} />
  ) : null;
}
