var SHA_256_ = Utilities.DigestAlgorithm.SHA_256;

fact(
  {
    id: 'utilities.signed-bytes',
    fact: 'Bytes are signed, -128 to 127.',
    source: 'reference/utilities',
    grade: 'D',
  },
  () => {
    equal_(Utilities.newBlob('あ').getBytes(), [-29, -127, -126]);
    equal_(Utilities.base64Decode('/wA='), [-1, 0]);
    equal_(Utilities.base64Encode([-1, 0]), '/wA=');
  },
);
fact(
  {
    id: 'utilities.digest',
    fact: 'computeDigest of ASCII text and of bytes agree with the standard.',
    source: 'FIPS 180',
    grade: 'M',
  },
  () => {
    equal_(Utilities.computeDigest(SHA_256_, 'abc').slice(0, 4), [-70, 120, 22, -65]);
    equal_(Utilities.computeDigest(SHA_256_, [97, 98, 99]).slice(0, 4), [-70, 120, 22, -65]);
    equal_(Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, '').slice(0, 2), [-44, 29]);
  },
);
fact(
  {
    id: 'utilities.ascii-default',
    fact: 'Text without a charset is hashed as US-ASCII: every other code point is "?".',
    source: 'gas-fakes, captured bytes',
    grade: 'M',
  },
  () => {
    equal_(Utilities.computeDigest(SHA_256_, '山田'), Utilities.computeDigest(SHA_256_, '??'));
    equal_(Utilities.computeDigest(SHA_256_, '€🙂'), Utilities.computeDigest(SHA_256_, '??'));
    equal_(Utilities.computeHmacSha256Signature('山', 'k'), Utilities.computeHmacSha256Signature('?', 'k'));
    equal_(Utilities.base64Encode('山'), 'Pw==');
  },
);
fact(
  {
    id: 'utilities.utf8',
    fact: 'With Charset.UTF_8 text is hashed as its UTF-8 bytes.',
    source: 'reference/utilities',
    grade: 'D',
  },
  () => {
    var bytes = Utilities.newBlob('山🙂').getBytes();
    equal_(
      Utilities.computeDigest(SHA_256_, '山🙂', Utilities.Charset.UTF_8),
      Utilities.computeDigest(SHA_256_, bytes),
    );
    equal_(Utilities.base64Encode('山', Utilities.Charset.UTF_8), '5bGx');
  },
);
fact(
  {
    id: 'utilities.hmac',
    fact: 'computeHmacSha256Signature agrees with RFC 4231.',
    source: 'RFC 4231 case 2',
    grade: 'M',
  },
  () =>
    equal_(
      Utilities.computeHmacSha256Signature('what do ya want for nothing?', 'Jefe').slice(0, 4),
      [91, -36, -63, 70],
    ),
);
fact(
  {
    id: 'utilities.hmac-mixed',
    fact: 'A text value with a byte[] key is refused.',
    source: 'gas-fakes live tests',
    grade: 'M',
  },
  () =>
    throws_(
      () => Utilities.computeHmacSha256Signature('a', [1, 2]),
      'Exception',
      "The parameters (String,number[]) don't match the method signature for Utilities.computeHmacSha256Signature.",
    ),
);
fact(
  {
    id: 'utilities.base64',
    fact: 'base64Decode takes web-safe text too; base64EncodeWebSafe keeps the padding.',
    source: 'gas-fakes',
    grade: 'M',
  },
  () => {
    equal_(Utilities.base64EncodeWebSafe([-5, -1]), '-_8=');
    equal_(Utilities.base64Decode('-_8='), [-5, -1]);
    equal_(Utilities.base64DecodeWebSafe('-_8='), [-5, -1]);
    equal_(Utilities.base64Decode('YWJj'), [97, 98, 99]);
  },
);
fact(
  {
    id: 'utilities.bytes-conversion',
    fact: 'What is no number in a byte[] cannot be converted.',
    source: 'gas-fakes live tests',
    grade: 'M',
  },
  () => throws_(() => Utilities.computeDigest(SHA_256_, ['a']), 'Exception', /^Cannot convert /),
);
fact(
  {
    id: 'utilities.new-blob',
    fact: 'newBlob of text has no name and is text/plain; a type given stays.',
    source: 'gas-fakes',
    grade: 'M',
  },
  () => {
    var blob = Utilities.newBlob('abc');
    equal_([blob.getName(), blob.getContentType(), blob.getDataAsString()], [null, 'text/plain', 'abc']);
    var page = Utilities.newBlob('<p>', 'text/html', 'x.html');
    equal_([page.getName(), page.getContentType()], ['x.html', 'text/html']);
    equal_(Utilities.newBlob([-29, -127, -126], 'text/plain').getDataAsString('UTF-8'), 'あ');
    equal_(blob.setName('n') === blob, true);
  },
);
fact(
  {
    id: 'utilities.uuid',
    fact: 'getUuid gives random UUIDs of version 4.',
    source: 'reference/utilities',
    grade: 'D',
  },
  () => {
    var ids = [1, 2, 3].map(() => Utilities.getUuid());
    equal_(
      ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)),
      true,
    );
    equal_(new Set(ids).size, 3);
  },
);
fact(
  {
    id: 'utilities.format-date',
    fact: 'formatDate follows SimpleDateFormat in the zone it is given.',
    source: 'reference/utilities',
    grade: 'D',
  },
  () => {
    var date = new Date('2026-11-22T15:04:05.678Z');
    equal_(Utilities.formatDate(date, 'Asia/Tokyo', 'yyyy/MM/dd HH:mm:ss.SSS'), '2026/11/23 00:04:05.678');
    equal_(Utilities.formatDate(date, 'GMT', "yyyy-MM-dd'T'HH:mm:ss'Z'"), '2026-11-22T15:04:05Z');
    equal_(Utilities.formatDate(date, 'GMT+9', 'yy M d H m s'), '26 11 23 0 4 5');
    equal_(
      Utilities.formatDate(date, 'Asia/Tokyo', 'EEE EEEE MMM MMMM a h k u D'),
      'Mon Monday Nov November AM 12 24 1 327',
    );
    equal_(Utilities.formatDate(date, 'America/New_York', 'HH:mm Z XXX'), '10:04 -0500 -05:00');
    equal_(Utilities.formatDate(date, 'Asia/Tokyo', "yyyy年M月d日 'o''clock'"), "2026年11月23日 o'clock");
  },
);
fact(
  {
    id: 'utilities.format-date-arguments',
    fact: 'formatDate of text is refused.',
    source: 'field reports',
    grade: 'F',
  },
  () =>
    throws_(
      () => Utilities.formatDate('2026-11-22', 'Asia/Tokyo', 'yyyy'),
      'Exception',
      "The parameters (String,String,String) don't match the method signature for Utilities.formatDate.",
    ),
);
fact(
  {
    id: 'utilities.format-string',
    fact: 'formatString is printf-like.',
    source: 'reference/utilities',
    grade: 'D',
  },
  () => {
    equal_(Utilities.formatString('%s-%05d-%.2f-%%', 'a', 42, 1.005), 'a-00042-1.00-%');
    equal_(Utilities.formatString('[%5s][%-5s]', 'ab', 'ab'), '[   ab][ab   ]');
  },
);
fact(
  {
    id: 'utilities.parse-csv',
    fact: 'parseCsv understands quotes.',
    source: 'reference/utilities',
    grade: 'D',
  },
  () => equal_(Utilities.parseCsv('a,"b,""c"""\nd,e'), [['a', 'b,"c"'], ['d', 'e']]), // prettier-ignore
);
fact(
  {
    id: 'utilities.sleep',
    fact: 'sleep lets time pass; rubbish cannot be converted.',
    source: 'gas-fakes',
    grade: 'M',
  },
  () => {
    var before = Date.now();
    Utilities.sleep(100);
    equal_(Date.now() - before >= 100, true);
    throws_(() => Utilities.sleep('rubbish'), 'Exception', /^Cannot convert /);
  },
);
