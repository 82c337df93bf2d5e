import { useEffect, useRef, useState } from 'preact/hooks';
import type { MypageView } from '../../../contract/mypage';
import type { OfferedActivity } from '../../../contract/mypage-points';
import { createClientKeys } from '../../../ui/client-key';
import { DescriptionList } from '../../../ui/description-list';
import { ApplicationConfirm } from '../parts/application-confirm';
import { ConfirmStep } from '../parts/confirm-step';
import { mend, useForm, type Failure } from '../parts/use-form';
import { ask, type Refusal } from '../server';
import { sayField, sayRefusal } from '../words';
import { Points } from './points';
import { PointsDone, type ReceivedPoints } from './points-done';
import { checkDraft, draftOf, LABELS, problemsOf, type PointDraft } from './points-draft';
import { evidenceOf, sendFiles } from './points-evidence';
import { PointsForm } from './points-form';
import { applicationItems } from './points-items';
import { PointsPick } from './points-pick';

/** The views of ポイント, in the order one walks through them. */
export const POINT_PLACES = [
  'points',
  'points-pick',
  'points-form',
  'points-confirm',
  'points-done',
  'points-withdraw',
] as const;
export type PointPlace = (typeof POINT_PLACES)[number];

interface PointsRoomsProps {
  place: PointPlace;
  go: (place: PointPlace, how?: 'push' | 'replace') => void;
  view: MypageView;
  token: string;
  /** Counts the overviews the person has opened. */
  opened: number;
  draft: PointDraft | undefined;
  /** By what it is at that moment: a photo is reduced while other fields are typed. */
  onDraft: (change: (draft: PointDraft | undefined) => PointDraft | undefined) => void;
  onView: (token: string, view: MypageView) => void;
  onEnded: () => void;
}

/** ポイント → どの行事ですか → 確認する → この内容で申請する; 修正して再申請; 取り下げる. */
export function PointsRooms({ place, go, view, token, opened, draft, onDraft, ...rest }: PointsRoomsProps) {
  const { onView, onEnded } = rest;
  const { points } = view;
  const keys = useRef(createClientKeys()).current;
  /** Keys of the files that have been sent. */
  const arrived = useRef(new Set<string>()).current;
  const [typing, setTyping] = useState<Failure>();
  const [received, setReceived] = useState<ReceivedPoints>();
  const [ending, setEnding] = useState('');
  const [said, setSaid] = useState<string>();
  const { busy, failure, send } = useForm(opened);
  useEffect(() => setSaid(undefined), [opened]);
  const checked = draft && checkDraft(points, draft);
  const byHand = draft?.receipt === '' && draft.form.eventCode === '' ? draft : undefined;

  /** Goes on; what failed or was said is left behind. */
  const move = (to: PointPlace, how?: 'push' | 'replace') => {
    send(() => Promise.resolve(undefined));
    setSaid(undefined);
    go(to, how);
  };
  const begin = (next: PointDraft, to: PointPlace = 'points-form') => {
    setTyping(undefined);
    onDraft(() => next);
    move(to);
  };
  const cancel = () => {
    onDraft(() => undefined);
    setTyping(undefined);
    move('points', 'replace');
  };
  const pick = (activity: OfferedActivity) => {
    const next = draftOf(points, activity);
    begin(next, checkDraft(points, next).complete ? 'points-confirm' : 'points-form');
  };

  const refused = async (reply: Refusal): Promise<Failure | undefined> => {
    if (reply.code === 'SESSION_ENDED') return (onEnded(), undefined);
    const { activity, ...codes } = reply.fields ?? {};
    if (activity !== undefined) {
      // Somebody was faster: what the list shows is old.
      const now = await ask('view', {}, { token });
      if (now.ok) onView(now.value.token, now.value.view);
      if (activity === 'NOT_OPEN') go('points', 'replace');
      return { title: sayField(activity, ''), lines: [], problems: [] };
    }
    const wrong = draft ? problemsOf(draft, codes) : [];
    if (reply.code !== 'INVALID' || wrong.length === 0)
      return { ...sayRefusal(reply, view.office, Date.now()), problems: [] };
    setTyping(mend(wrong));
    go('points-form', 'replace');
    return undefined;
  };

  const apply = async () => {
    if (!draft || !checked) return undefined;
    const again = draft.receipt === '' ? {} : { receipt: draft.receipt };
    const evidence = evidenceOf(points, draft);
    const kept = evidence.kind === 'files' ? await sendFiles(draft.files, arrived, token) : undefined;
    if (kept) return refused(kept);
    const args = { ...again, form: checked.form, evidence };
    const reply = await ask('applyPoints', args, { token, key: keys.keyFor(args) });
    if (!reply.ok) {
      // Somebody waited so long that what was sent ahead has been thrown away: it is sent again.
      if (reply.fields?.evidence === 'MISSING') arrived.clear();
      return refused(reply);
    }
    keys.settled();
    const { token: next, view: mine, ...receipt } = reply.value;
    const items = applicationItems(view, draft, checked.form);
    setReceived({ ...receipt, items, later: evidence.kind === 'later' });
    onView(next, mine);
    onDraft(() => undefined);
    go('points-done', 'replace');
    return undefined;
  };

  const withdraw = async () => {
    const args = { receipt: ending };
    const reply = await ask('withdrawPoints', args, { token, key: keys.keyFor(args) });
    if (!reply.ok) return refused(reply);
    keys.settled();
    onView(reply.value.token, reply.value.view);
    setSaid(`申請を取り下げました（受付番号 ${ending}）。`);
    go('points', 'replace');
    return undefined;
  };

  const line = points.records.find(({ receipt }) => receipt === ending);
  const back = () => move('points', 'replace');
  if (place === 'points-done' && received)
    return <PointsDone received={received} view={view} onBack={back} />;
  if (place === 'points-withdraw' && line?.canWithdraw)
    return (
      <ConfirmStep
        title="この申請を取り下げますか"
        lead="取り下げたあとも、新しく申請できます。そのときは、受付日も新しくなります。"
        yes="取り下げる"
        no="取り下げない"
        {...{ busy, failure }}
        busyText="取り下げています。"
        onYes={() => send(withdraw)}
        onNo={back}
      >
        <DescriptionList
          items={[
            { name: '受付番号', value: ending },
            { name: LABELS.title, value: line.title },
            { name: LABELS.attendedOn, value: line.date },
          ]}
        />
      </ConfirmStep>
    );
  if (place === 'points-pick')
    return (
      <PointsPick
        points={points}
        onPick={pick}
        onOther={() => begin(byHand ?? draftOf(points))}
        onCancel={cancel}
      />
    );
  if (draft && checked?.complete && place === 'points-confirm')
    return (
      <ApplicationConfirm
        items={applicationItems(view, draft, checked.form)}
        {...{ busy, failure }}
        busyText={draft.evidence === 'files' ? '写真・PDFと申請を送っています。' : '申請しています。'}
        onSend={() => send(apply)}
        onMend={() => move('points-form')}
      />
    );
  if (draft && (place === 'points-form' || place === 'points-confirm'))
    return (
      <PointsForm
        view={view}
        draft={draft}
        onChange={(part) => onDraft((kept) => kept && { ...kept, ...part })}
        failure={typing}
        onFailure={setTyping}
        onChecked={() => move('points-confirm')}
        onCancel={cancel}
      />
    );
  return (
    <Points
      view={view}
      said={said}
      failure={failure}
      onApply={() => move('points-pick')}
      onMend={(one) => begin(draft?.receipt === one.receipt ? draft : draftOf(points, one))}
      onWithdraw={({ receipt }) => {
        setEnding(receipt);
        move('points-withdraw');
      }}
    />
  );
}
