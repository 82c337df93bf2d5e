/** Facts of sizes and of what is not confirmed (facts/platform.md 1.1, 7, 9). */
fact(
  {
    id: 'runtime.spread',
    fact: 'More than 125,858 arguments exceed the stack.',
    source: 'tanaikech',
    grade: 'M',
  },
  () => {
    Array.prototype.push.apply([], new Array(100000));
    throws_(
      () => Array.prototype.push.apply([], new Array(130000)),
      'RangeError',
      'Maximum call stack size exceeded',
    );
  },
);
fact(
  {
    id: 'runtime.newer',
    fact: 'Built-ins newer than ES2020 are not counted on.',
    source: 'facts/platform.md 1.1',
    grade: 'U',
  },
  () =>
    equal_(
      [[].at, [].toSorted, ''.replaceAll, Promise.any, new Uint8Array(1).findLast, Object.groupBy].map(
        (member) => typeof member,
      ),
      Array(6).fill('undefined'),
    ),
);
fact(
  {
    id: 'runtime.calendar',
    fact: 'The Japanese calendar of Intl is not confirmed: the Workspace refuses it.',
    source: 'facts/platform.md 1.1',
    grade: 'U',
  },
  () => {
    throws_(
      () => new Date(0).toLocaleDateString('ja-JP-u-ca-japanese'),
      'NotInWorkspace',
      /calendar japanese/,
    );
    throws_(() => new Intl.DateTimeFormat('ja-JP', { calendar: 'japanese' }), 'NotInWorkspace', /./);
    equal_(new Date(0).toLocaleDateString('ja-JP'), '1970/1/1');
  },
);
fact(
  {
    id: 'scopes.missing',
    fact: 'A call whose scope the manifest lacks says which one it needs.',
    source: '71507609114; 68894751206',
    grade: 'F',
  },
  () =>
    throws_(
      () => MailApp.getRemainingDailyQuota(),
      'Exception',
      'Specified permissions are not sufficient to call MailApp.getRemainingDailyQuota. Required permissions: https://www.googleapis.com/auth/script.send_mail',
    ),
);
fact(
  {
    id: 'cache.items',
    fact: 'A cache over 1,000 items loses about a hundred of its oldest.',
    source: 'poehnelt-cache',
    grade: 'M',
  },
  () => {
    var cache = CacheService.getUserCache();
    var key = ownKey_('many');
    for (var index = 0; index <= 1000; index += 1) cache.put(key + index, 'x');
    equal_([cache.get(key + 0), cache.get(key + 1000)], [null, 'x']);
  },
);
fact(
  {
    id: 'properties.store-size',
    fact: 'A store holds at most 524,288 bytes; nothing of what is refused is kept.',
    source: 'tanaikech 2023',
    grade: 'M',
  },
  () => {
    var store = PropertiesService.getUserProperties();
    store.deleteAllProperties();
    var values = {};
    for (var index = 0; index < 60; index += 1) values['k' + index] = new Array(9200).join('v');
    throws_(
      () => store.setProperties(values),
      'Exception',
      'You have exceeded the property storage quota. Please remove some properties and try again.',
    );
    equal_(store.getKeys(), []);
  },
);
fact(
  {
    id: 'properties.key-size',
    fact: 'A property name has at most 8,066 bytes.',
    source: 'tanaikech 2023',
    grade: 'M',
  },
  () =>
    throws_(
      () => PropertiesService.getUserProperties().setProperty(new Array(8068).join('k'), 'x'),
      'Exception',
      'Data storage error',
    ),
);
fact(
  {
    id: 'utilities.sleep-most',
    fact: 'sleep takes at most 300,000 ms.',
    source: 'facts/platform.md 7',
    grade: 'U',
  },
  () => throws_(() => Utilities.sleep(300001), 'Exception', /./),
);
fact(
  {
    id: 'mail.body-size',
    fact: 'A body has at most 400 KB (200 KB of a consumer account).',
    source: 'guides/services/quotas; ErrHandler',
    grade: 'D',
  },
  () =>
    throws_(
      () => GmailApp.sendEmail('a@example.com', '件名', new Array(400 * 1024 + 2).join('x')),
      'Exception',
      'Limit Exceeded: Email Body Size.',
    ),
);
