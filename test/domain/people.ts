import type { Registrant } from '../../src/domain/registrant';

/** A registrant whose row is in order, changed where the test says. */
export function registrant(changes: Partial<Registrant> = {}): Registrant {
  return {
    number: '00123',
    name: '髙橋　一郎',
    kana: 'タカハシ イチロウ',
    birthDate: '1963-04-01',
    postalCode: '113-0021',
    address: '東京都文京区本駒込1-2-3',
    building: '',
    phone: '03-0000-7011',
    mobile: '',
    mail: '',
    mailKind: '',
    mailState: '',
    company: '',
    department: '',
    companyPostalCode: '',
    companyAddress: '',
    companyPhone: '',
    sendTo: '自宅',
    noticeBy: 'メール',
    magazine: '有',
    certifiedOn: '2022-04-01',
    certifiedRound: '第26回',
    validFrom: '2022-04-01',
    validTo: '2027-03-31',
    state: '有効',
    stateReason: '',
    stateOn: '',
    mypage: '未案内',
    gaijiMemo: '',
    remarks: '',
    updatedAt: '',
    ...changes,
  };
}
