import { Button } from '../../../ui/button';

interface FormEndProps {
  /** False where what is typed can come to nothing. */
  checks?: boolean;
  cancel: string;
  onCancel: () => void;
}

/** The end of a form that leads to its 確認画面. */
export function FormEnd({ checks = true, cancel, onCancel }: FormEndProps) {
  return (
    <div class="stack">
      {checks && (
        <Button type="submit" kind="primary" size="wide">
          確認する
        </Button>
      )}
      <Button size="wide" onClick={onCancel}>
        {cancel}
      </Button>
    </div>
  );
}
