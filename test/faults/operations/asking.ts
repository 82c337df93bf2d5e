/** Help at the door: a new password, the forgotten number, several of them waiting. */
import { passwordIn, valueOf } from '../../support/office-day';
import { operation, type Operation } from '../operation';
import { isDone, persist } from '../stage';
import { insider, passwordMailsTo, shutOut } from './people';

const newPassword = operation({
  name: 'new password asked for',
  tabs: ['通知', '_認証', '_要約'],
  commits: 3,
  people: ['noMail'],
  situation: 'insider',
  arrange: (stage) => insider(stage),
  act: async ({ day, advance }, { person }) => {
    const done = await persist(() => day.mypage('requestPassword', { number: person.number }));
    await advance('PT2M');
    return done;
  },
  missing: async ({ day }, { person }, state) => {
    const mails = passwordMailsTo(state, person.mailToType);
    if (mails.length !== 2) return [`${mails.length - 1} new password mails`];
    const called = await day.mypage('login', { number: person.number, password: passwordIn(mails[1]) });
    return [
      ...(isDone(called) ? [] : ['the new password does not open the door']),
      ...(await shutOut(day, person)),
    ];
  },
});

const number = operation({
  name: 'number asked for',
  tabs: ['通知', '_要約'],
  commits: 3,
  people: ['sameMail'],
  alsoOn: 'insider',
  arrange: async ({ day }) => ({ person: await day.person('sameMail') }),
  act: async ({ day, advance }, { person: { mail, birthDate } }) => {
    const done = await persist(() => day.mypage('requestNumber', { mail, birthDate }));
    await advance('PT2M');
    return done;
  },
  missing: (_, { person }, state) => {
    const mails = state.mails.filter(({ to }) => to === person.mail);
    return Promise.resolve(mails.length === 1 ? [] : [`${mails.length} mails with the number`]);
  },
});

const ASKING = ['sameMail', 'otherMail', 'overseas', 'leapDay'];

const several = operation({
  name: 'several waiting notices',
  tabs: ['通知', '_認証', '_要約'],
  commits: 3,
  people: ASKING,
  arrange: async ({ day }) => {
    const people = [];
    for (const name of ASKING) people.push(await day.person(name));
    for (const { number: asked } of people) valueOf(await day.mypage('requestPassword', { number: asked }));
    return { people };
  },
  act: async ({ advance }) => {
    await advance('PT2M');
    return true;
  },
  missing: async ({ day }, { people }, state) => {
    const problems: string[] = [];
    for (const { number: asked, mail } of people) {
      const mails = passwordMailsTo(state, mail);
      if (mails.length !== 1) {
        problems.push(`${mails.length} mails to ${mail}`);
        continue;
      }
      const called = await day.mypage('login', { number: asked, password: passwordIn(mails[0]) });
      if (!isDone(called)) problems.push(`${asked}: the mailed password does not open the door`);
    }
    return problems;
  },
});

export const askingOperations: readonly Operation[] = [newPassword, number, several];
