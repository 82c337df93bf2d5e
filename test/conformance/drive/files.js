/** Facts of the advanced Drive service under `drive.file`. What they make lies in a folder of its own and ends in the trash. */
function inFolder_(work) {
  var folder = Drive.Files.create(
    { name: 'conformance', mimeType: 'application/vnd.google-apps.folder' },
    null,
    { fields: 'id,webViewLink' },
  );
  try {
    work(folder);
  } finally {
    Drive.Files.update({ trashed: true }, folder.id);
  }
}

/** A text file with these metadata. */
function textFile_(metadata, fields) {
  return Drive.Files.create(
    Object.assign({ name: 'a.txt', mimeType: 'text/plain' }, metadata),
    Utilities.newBlob('abc', 'text/plain'),
    { fields: fields || 'id' },
  );
}

function driveRefuses_(act, method, text) {
  throws_(act, 'GoogleJsonResponseException', 'API call to drive.' + method + ' failed with error: ' + text);
}

fact(
  {
    id: 'drive.create',
    fact: 'A file is made of a blob and metadata, in a folder of the script, under drive.file; its size comes as text.',
    source: 'advanced/drive; facts: F 67179203424 (drive.file by the advanced service)',
    grade: 'F',
    where: 'editor',
  },
  () =>
    inFolder_((folder) => {
      var file = textFile_({ parents: [folder.id] }, 'id,name,mimeType,size,parents,trashed');
      equal_(
        [file.name, file.mimeType, file.size, file.parents, file.trashed],
        ['a.txt', 'text/plain', '3', [folder.id], false],
      );
    }),
);
fact(
  {
    id: 'drive.default-fields',
    fact: 'Without fields, kind, id, name and mimeType come back.',
    source: 'drive/api/guides/fields-parameter',
    grade: 'D',
    where: 'editor',
  },
  () =>
    inFolder_((folder) => {
      var file = Drive.Files.get(folder.id);
      equal_([file.kind, file.name, file.size], ['drive#file', 'conformance', undefined]);
    }),
);
fact(
  {
    id: 'drive.reserved-id',
    fact: 'A file made with a generated id is not made twice: the second time answers 409.',
    source: 'drive/api/guides/create-file "Generate IDs"; text measured live by a project, 2026-07-27',
    grade: 'M',
    where: 'editor',
  },
  () =>
    inFolder_((folder) => {
      var id = Drive.Files.generateIds({ count: 1 }).ids[0];
      equal_(textFile_({ id: id, parents: [folder.id] }).id, id);
      driveRefuses_(
        () => textFile_({ id: id, parents: [folder.id] }),
        'files.create',
        'A file already exists with the provided ID.',
      );
    }),
);
fact(
  {
    id: 'drive.unknown-file',
    fact: 'A file that is not there, or that the script may not see, is not found.',
    source: 'drive/api/guides/handle-errors notFound',
    grade: 'D',
    where: 'editor',
  },
  () =>
    driveRefuses_(
      () => Drive.Files.get('1aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'),
      'files.get',
      'File not found: 1aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.',
    ),
);
fact(
  {
    id: 'drive.trash-folder',
    fact: 'What lies in a trashed folder is trashed with it, and can still be asked for.',
    source: 'REST v3 File.trashed',
    grade: 'D',
    where: 'editor',
  },
  () => {
    var id;
    inFolder_((folder) => {
      id = textFile_({ parents: [folder.id] }).id;
      equal_(Drive.Files.get(id, { fields: 'trashed' }).trashed, false);
    });
    equal_(Drive.Files.get(id, { fields: 'trashed' }).trashed, true);
  },
);
fact(
  {
    id: 'drive.properties',
    fact: 'Properties of the app are kept with the file; one has at most 124 bytes, key and value together.',
    source: 'drive/api/guides/properties; text unconfirmed',
    grade: 'U',
    where: 'editor',
  },
  () =>
    inFolder_((folder) => {
      var file = textFile_(
        { parents: [folder.id], appProperties: { key: 'a'.repeat(121) } },
        'id,appProperties',
      );
      equal_(file.appProperties, { key: 'a'.repeat(121) });
      throws_(
        () => textFile_({ parents: [folder.id], appProperties: { key: 'a'.repeat(122) } }),
        'GoogleJsonResponseException',
        /124 bytes/,
      );
    }),
);
fact(
  {
    id: 'drive.list-late',
    fact: 'A search does not count on finding at once what has just been made.',
    source: 'googleapis/google-api-php-client#1564 (5–15 s), kopia/kopia#90; 30 s are our choice',
    grade: 'F',
    where: 'editor',
  },
  () =>
    inFolder_((folder) => {
      textFile_({ parents: [folder.id] });
      var q = "'" + folder.id + "' in parents and trashed = false";
      equal_(Drive.Files.list({ q: q, fields: 'files(id)' }).files, []);
    }),
);
fact(
  {
    id: 'drive.permissions',
    fact: 'The owner stands among the permissions and cannot be removed; the address comes when it is asked for.',
    source: 'REST v3 permissions; text F (public code)',
    grade: 'F',
    where: 'editor',
  },
  () =>
    inFolder_((folder) => {
      var all = Drive.Permissions.list(folder.id, {
        fields: 'permissions(id,role,emailAddress)',
      }).permissions;
      equal_(
        all.map((each) => [each.role, each.emailAddress]),
        [['owner', Session.getEffectiveUser().getEmail()]],
      );
      driveRefuses_(
        () => Drive.Permissions.remove(folder.id, all[0].id),
        'permissions.delete',
        'The owner of a file cannot be removed.',
      );
    }),
);
fact(
  {
    id: 'drive.bad-fields',
    fact: 'A field selection that is none is refused.',
    source: 'field report (text "Invalid field selection")',
    grade: 'F',
    where: 'editor',
  },
  () =>
    inFolder_((folder) => {
      driveRefuses_(
        () => Drive.Files.get(folder.id, { fields: '9' }),
        'files.get',
        'Invalid field selection 9',
      );
    }),
);
