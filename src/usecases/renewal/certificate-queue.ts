/** 証書 that wait for a step, in the order of 証書番号: list, certificate, label and 差込データ all print these lines. */
import { dayOfInstant } from '../../domain/fields/instant';
import { reachOf } from '../../domain/reach';
import { ASSOCIATION } from '../../notices/compose';
import { now } from '../../platform/clock';
import { findAny, findExact } from '../../sheets/find';
import { readForDecision } from '../../sheets/read';
import type { ReadRow } from '../../sheets/row';
import { certificates, periods, renewals, summaries } from '../../sheets/schema';
import type { Summary } from '../../sheets/summary';
import { knownRows } from '../summary/person-rows';
import { findSummariesOf, knownPeople, type KnownPerson } from '../points/known-people';
import { requireStaff } from '../desk/staff';
import { hasAddress, labelOf, readLabel, writeLabel } from './label';
import { written } from './renewal-queue';
import { daysIn, writePeriod } from './renewal-view';

const SHOWN = 60;

type CertificateRow = ReadRow<typeof certificates>;

interface Asked {
  show: '作成待ち' | '作成済' | '発送済' | '返戻';
  skip?: number | undefined;
  certificates?: readonly string[] | undefined;
}

/** DomainError `NOT_STAFF`. */
export function certificateQueue({ show, skip = 0, certificates: only }: Asked) {
  const { rules } = requireStaff();
  const places = only ? findAny(certificates, only) : findExact(certificates, show);
  const asked = only ? places : places.slice(skip, skip + SHOWN);
  const read = readForDecision([{ tab: certificates, rows: asked }]);
  const rows = asked
    .map((row) => read.row(certificates, row))
    .filter(({ values }) => (only ? only.includes(values.certificate) : values.state === show))
    .sort((a, b) => (a.values.certificate < b.values.certificate ? -1 : 1));
  const summaryRows = findSummariesOf(rows.map(({ values }) => values.number));
  const people = knownPeople(readForDecision([{ tab: summaries, rows: summaryRows }]), summaryRows);
  const { labelSheet, labelOffsetX, labelOffsetY } = rules.settings;
  return {
    total: places.length,
    cases: rows.flatMap((row) => {
      const person = people.get(row.values.number);
      return person ? [toCase(row, person)] : [];
    }),
    today: dayOfInstant(now()),
    sheet: { faces: labelSheet, x: labelOffsetX, y: labelOffsetY },
    association: ASSOCIATION,
  };
}

/** Where a 証書 goes: as the application that brought it says, else as 台帳 does. */
export function placeOf(
  { ledger, summary }: { ledger: KnownPerson['ledger']; summary: Summary },
  own: string,
) {
  const receipt = knownRows(summary, periods).find(({ certificate }) => certificate === own)?.receipt;
  const application = knownRows(summary, renewals).find((row) => row.receipt === receipt && receipt !== '');
  return application?.sendTo || ledger.sendTo || '自宅';
}

function toCase({ row, values }: CertificateRow, person: KnownPerson) {
  const { ledger } = person;
  const place = placeOf(person, values.certificate);
  const current = labelOf(ledger, place);
  const label = values.addressee === '' ? current : readLabel(values.addressee);
  const changed = values.addressee !== '' && values.addressee !== writeLabel(current);
  const ended = reachOf(ledger) === undefined;
  const [periodStart = '', periodEnd = ''] = daysIn(values.period);
  return {
    ...{ certificate: values.certificate, row, number: values.number, name: ledger.name },
    serial: Number(values.certificate.split('-')[1] ?? 0),
    printedName: values.printedName,
    gaiji: ledger.gaijiMemo,
    ...{ cause: values.cause, state: values.state, periodStart, periodEnd, label },
    period: writePeriod(values.period, written),
    issued: written(values.issuedOn),
    addressChanged: changed,
    newLabel: changed ? writeLabel(current) : '',
    ended,
    noAddress: !hasAddress(ledger, place),
    posted: written(values.repostedOn || values.postedOn),
    ...{ postedBy: values.postedBy, tracking: values.tracking, returnReason: values.returnReason },
    returned: written(values.returnedOn),
    nextStep: values.state === '返戻' && !ended ? nextStepOf(values.returnReason) : '',
    phone: ledger.phone || ledger.mobile,
  };
}

/** What to do with a 返戻, by its reason. */
export function nextStepOf(reason: string): string {
  if (reason === '保管期間経過')
    return 'お電話で、受け取れる日をおたずねください。そのあと「作成済にもどす」を押して、もう一度発送します。';
  if (reason === '受取拒否') return 'お電話で、ご本人の意向をおたずねください。';
  return '住所をおたずねし、台帳を直してください。そのあと「作成済にもどす」を押すと、新しい住所の宛名になります。';
}
