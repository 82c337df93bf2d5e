/** Towns, firms and telephone numbers that cannot exist: 000 and 999-99 are no postal codes, 0000 no exchange. */
import type { Random } from './random';

/** A Japanese address in its parts; `postalCode` is `000-0101` or `''` abroad. */
export interface Address {
  postalCode: string;
  street: string;
  building: string;
}

const towns = [
  { prefix: '000-01', name: '見本県見本市例示町' },
  { prefix: '000-02', name: '見本県見本市雛形本町' },
  { prefix: '000-03', name: '見本県仮名郡試作町大字架空' },
  { prefix: '000-11', name: '架空県架空市中央' },
  { prefix: '000-12', name: '架空県東架空市みほん台' },
  { prefix: '000-21', name: '例示県例示市北例示' },
  { prefix: '999-99', name: '雛形県雛形市港町' },
] as const;

const buildings = ['みほんハイツ', 'コーポ例示', 'メゾン雛形', 'グランド架空', 'サンプル荘'] as const;

const two = (value: number): string => String(value).padStart(2, '0');

/** A four-digit end of a telephone number. */
const ending = (random: Random): string => String(random.integer(0, 9999)).padStart(4, '0');

/** A private address; every third one has a building. */
export function pickAddress(random: Random): Address {
  const town = random.pick(towns);
  const street = `${town.name}${random.integer(1, 9)}-${random.integer(1, 20)}-${random.integer(1, 30)}`;
  const building = random.chance(0.34)
    ? `${random.pick(buildings)}${random.integer(1, 12)}${two(random.integer(1, 9))}`
    : '';
  return { postalCode: `${town.prefix}${two(random.integer(1, 99))}`, street, building };
}

/** A telephone at home or at work: 03-0000-… is given to nobody. */
export function pickPhone(random: Random): string {
  return `03-0000-${ending(random)}`;
}

/** A mobile telephone: no carrier has the block 0000. */
export function pickMobile(random: Random): string {
  return `${random.pick(['090', '080', '070'])}-0000-${ending(random)}`;
}

/** A firm where registrants work. */
export interface Workplace {
  name: string;
  postalCode: string;
  address: string;
  phone: string;
  /** 有料職業紹介事業の許可番号, of no real labour bureau. */
  licence: string;
  /** Mail domain of the firm. */
  domain: string;
}

const firmStems = [
  '見本',
  '例示',
  '雛形',
  '架空',
  '仮名',
  '試作',
  'みほん',
  'サンプル',
  '甲乙',
  '丙丁',
] as const;
const firmKinds = [
  '家政婦紹介所',
  '看護婦家政婦紹介所',
  '配膳人紹介所',
  'マネキン紹介所',
  '調理士紹介所',
  '人材紹介株式会社',
  'キャリア株式会社',
  '職業紹介事務所',
  'スタッフ有限会社',
  '福祉人材紹介所',
] as const;

/** The firm with this number; the same one for every colleague. */
export function workplaceOf(index: number, random: Random): Workplace {
  const address = pickAddress(random);
  const branch = index >= 100 ? `第${index}支店` : '';
  return {
    name: `${firmStems[index % 10] ?? ''}${firmKinds[Math.floor(index / 10) % 10] ?? ''}${branch}`,
    postalCode: address.postalCode,
    address: address.street + (random.chance(0.5) ? `　見本ビル${random.integer(2, 9)}階` : ''),
    phone: pickPhone(random),
    licence: `00-ユ-${String(300000 + index)}`,
    domain: `jigyosho${String(index + 1).padStart(3, '0')}.example.jp`,
  };
}

/** Departments a person can stand in; many are small firms without any. */
export const departments = ['', '', '', '営業部', '紹介課', '総務部', '事業部', '相談室'] as const;
