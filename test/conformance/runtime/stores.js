/** Names of its own for a check, so that runs on Google do not meet. */
function ownKey_(name) {
  return 'conformance-' + name + '-' + Utilities.getUuid();
}

fact(
  {
    id: 'lock.reentry',
    fact: 'tryLock of a lock already held is true; releasing once frees it.',
    source: 'gas-fakes',
    grade: 'M',
  },
  () => {
    var lock = LockService.getScriptLock();
    equal_(lock.hasLock(), false);
    equal_([lock.tryLock(1000), lock.tryLock(0), lock.hasLock()], [true, true, true]);
    lock.releaseLock();
    equal_(lock.hasLock(), false);
    lock.releaseLock();
  },
);
fact(
  { id: 'lock.kinds', fact: 'Script and user lock are independent.', source: 'reference/lock', grade: 'D' },
  () => {
    equal_(LockService.getScriptLock().tryLock(0), true);
    equal_(LockService.getUserLock().hasLock(), false);
    equal_(LockService.getUserLock().tryLock(0), true);
    LockService.getScriptLock().releaseLock();
    equal_(LockService.getUserLock().hasLock(), true);
    LockService.getUserLock().releaseLock();
  },
);
fact(
  {
    id: 'lock.document-webapp',
    fact: 'Document lock and cache are null in a web app.',
    source: 'reference/lock/lock-service',
    grade: 'D',
    where: 'webapp',
  },
  () => equal_([LockService.getDocumentLock(), CacheService.getDocumentCache()], [null, null]),
);
fact(
  {
    id: 'lock.document-editor',
    fact: 'A bound script has a document lock and cache.',
    source: 'reference/lock/lock-service',
    grade: 'D',
    where: 'editor',
  },
  () => {
    equal_(LockService.getDocumentLock().tryLock(0), true);
    LockService.getDocumentLock().releaseLock();
    equal_(typeof CacheService.getDocumentCache().get, 'function');
  },
);
fact(
  {
    id: 'cache.values',
    fact: 'The cache keeps text: a miss is null, put and remove return null.',
    source: 'gas-fakes; poehnelt-cache',
    grade: 'M',
  },
  () => {
    var cache = CacheService.getScriptCache();
    var key = ownKey_('a');
    equal_(cache.get(key), null);
    equal_([cache.put(key, 5), cache.get(key)], [null, '5']);
    cache.put(key, { a: 1 });
    equal_(cache.get(key), '[object Object]');
    cache.put(key, null);
    equal_(cache.get(key), 'null');
    equal_([cache.remove(key), cache.get(key)], [null, null]);
  },
);
fact(
  {
    id: 'cache.many',
    fact: 'getAll omits misses; putAll and removeAll take many.',
    source: 'reference/cache',
    grade: 'D',
  },
  () => {
    var cache = CacheService.getScriptCache();
    var keys = [ownKey_('b'), ownKey_('c'), ownKey_('d')];
    var values = {};
    values[keys[0]] = 'x';
    values[keys[1]] = 'y';
    cache.putAll(values, 60);
    equal_(Object.keys(cache.getAll(keys)).length, 2);
    equal_(cache.getAll(keys)[keys[1]], 'y');
    cache.removeAll(keys);
    equal_(cache.getAll(keys), {});
  },
);
fact(
  {
    id: 'cache.limits',
    fact: 'Keys have at most 250 characters, values 102,400 bytes, and a key is needed.',
    source: 'poehnelt-cache',
    grade: 'M',
  },
  () => {
    var cache = CacheService.getScriptCache();
    cache.put('k'.repeat(250), 'v'.repeat(102400), 1);
    throws_(() => cache.put('k'.repeat(251), 'v'), 'Exception', 'Argument too large: key');
    throws_(() => cache.put(ownKey_('big'), 'v'.repeat(102401)), 'Exception', 'Argument too large: value');
    throws_(() => cache.put(ownKey_('big'), 'あ'.repeat(34134)), 'Exception', 'Argument too large: value');
    throws_(() => cache.get(''), 'Exception', 'Invalid argument: key');
    throws_(() => cache.get(null), 'Exception', 'Invalid argument: key');
  },
);
fact(
  {
    id: 'cache.life',
    fact: 'A life out of range is clamped to 1 … 21,600 seconds.',
    source: 'gas-fakes; poehnelt-cache',
    grade: 'M',
  },
  () => {
    var cache = CacheService.getScriptCache();
    var key = ownKey_('life');
    cache.put(key, 'x', 999999);
    cache.put(key + '1', 'x', -5);
    equal_([cache.get(key), cache.get(key + '1')], ['x', 'x']);
    Utilities.sleep(1500);
    equal_(cache.get(key + '1'), null);
  },
);
fact(
  {
    id: 'properties.values',
    fact: 'Properties keep text; a missing one is null; setters return the store.',
    source: 'gas-fakes',
    grade: 'M',
  },
  () => {
    var store = PropertiesService.getScriptProperties();
    var key = ownKey_('p');
    equal_(store.getProperty(key), null);
    equal_(store.setProperty(key, 5).getProperty(key), '5');
    store.setProperty(key, true);
    equal_(store.getProperties()[key], 'true');
    equal_(store.getKeys().includes(key), true);
    equal_(store.deleteProperty(key).getProperty(key), null);
  },
);
fact(
  {
    id: 'properties.stores',
    fact: 'Script, user and document properties are apart.',
    source: 'reference/properties',
    grade: 'D',
  },
  () => {
    var key = ownKey_('q');
    PropertiesService.getUserProperties().setProperty(key, 'user');
    PropertiesService.getDocumentProperties().setProperty(key, 'document');
    equal_(PropertiesService.getScriptProperties().getProperty(key), null);
    equal_(PropertiesService.getUserProperties().getProperty(key), 'user');
    PropertiesService.getUserProperties().deleteProperty(key);
    PropertiesService.getDocumentProperties().deleteProperty(key);
  },
);
fact(
  {
    id: 'properties.many',
    fact: 'setProperties adds, or replaces all others when told to.',
    source: 'reference/properties',
    grade: 'D',
  },
  () => {
    var store = PropertiesService.getUserProperties();
    store.deleteAllProperties();
    store.setProperties({ a: '1', b: 2 });
    store.setProperties({ c: '3' });
    equal_(store.getKeys().sort(), ['a', 'b', 'c']);
    store.setProperties({ d: '4' }, true);
    equal_(store.getProperties(), { d: '4' });
    store.deleteAllProperties();
    equal_(store.getProperties(), {});
  },
);
fact(
  { id: 'properties.key', fact: 'An empty property name is refused.', source: 'tk:2023', grade: 'M' },
  () =>
    throws_(
      () => PropertiesService.getScriptProperties().setProperty('', 'x'),
      'Exception',
      'When setting or getting a property value, the property name must not be null or empty.',
    ),
);
fact(
  {
    id: 'properties.value-size',
    fact: 'A value has at most 9 KB (documented; more was accepted when measured).',
    source: 'guides/services/quotas',
    grade: 'D',
  },
  () => {
    var store = PropertiesService.getUserProperties();
    var key = ownKey_('size');
    store.setProperty(key, 'v'.repeat(9216));
    equal_(store.getProperty(key).length, 9216);
    throws_(() => store.setProperty(key, 'v'.repeat(9217)), 'Exception', /./);
    store.deleteProperty(key);
  },
);
fact(
  {
    id: 'session.webapp',
    fact: 'An anonymous visitor of a web app has no address; the owner’s rights are used.',
    source: 'reference/base/session',
    grade: 'D',
    where: 'webapp',
  },
  () => {
    equal_(Session.getActiveUser().getEmail(), '');
    equal_(Session.getEffectiveUser().getEmail().indexOf('@') > 0, true);
  },
);
fact(
  {
    id: 'session.editor',
    fact: 'In the editor active and effective user are the person at the keyboard.',
    source: 'reference/base/session',
    grade: 'D',
    where: 'editor',
  },
  () => equal_(Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail()),
);
