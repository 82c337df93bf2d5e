import type { ComponentChildren } from 'preact';
import { Busy } from '../../../ui/busy';
import { Button } from '../../../ui/button';
import { FormFailure } from './form-failure';
import type { Failure } from './use-form';

interface ConfirmStepProps {
  title: string;
  /** Said until something went wrong. */
  lead: string;
  busy: boolean;
  busyText: string;
  failure: Failure | undefined;
  yes: string;
  no: string;
  onYes: () => void;
  onNo: () => void;
  children: ComponentChildren;
}

/** 確認画面: what is about to happen, and the way back. */
export function ConfirmStep(props: ConfirmStepProps) {
  const { title, lead, busy, busyText, failure, yes, no, onYes, onNo, children } = props;
  return (
    <div class="view">
      <h1 tabIndex={-1}>{title}</h1>
      <FormFailure failure={failure} />
      {!failure && <p>{lead}内容をご確認のうえ、下のボタンを押してください。</p>}
      {children}
      <div class="stack login">
        <Button kind="primary" size="wide" busy={busy} onClick={onYes}>
          {yes}
        </Button>
        <Button size="wide" onClick={() => !busy && onNo()}>
          {no}
        </Button>
        <Busy when={busy} text={`${busyText}このままお待ちください。`} />
      </div>
    </div>
  );
}
