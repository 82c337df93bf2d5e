/** A tiny project with a web app, a menu, a sidebar and a dialog, for tests of the faces. */
export const PROJECT: Record<string, string> = {
  'Code.js': `
    function doGet(e) {
      if (e.parameter.mode === 'throw') throw new Error('broken');
      if (e.parameter.mode === 'nothing') return;
      return HtmlService.createHtmlOutputFromFile('page').setTitle('受付').addMetaTag('viewport', 'width=device-width, initial-scale=1');
    }
    function double(n) { return n * 2; }
    function fail() { throw new Error('abc'); }
    function born() { return { at: new Date() }; }
    function whoAmI() { return [Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail()]; }
    function hidden_() { return 1; }
    function onOpen() {
      SpreadsheetApp.getUi().createMenu('受付')
        .addItem('画面を開く', 'showSidebar').addItem('確認', 'showDialog').addItem('知らせる', 'showToast').addToUi();
    }
    function showSidebar() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('side').setTitle('事務局')); }
    function showDialog() {
      SpreadsheetApp.getUi().showModalDialog(HtmlService.createHtmlOutput('<button onclick="google.script.host.close()">終わる</button>').setWidth(320).setHeight(120), '確認');
    }
    function showToast() { SpreadsheetApp.getActive().toast('済みました', 'お知らせ', -1); }
    function protect() {
      var sheet = SpreadsheetApp.getActive().getSheetByName('名簿');
      sheet.getRange('A:A').protect().setWarningOnly(true);
      var closed = sheet.getRange('B:B').protect();
      closed.removeEditors(closed.getEditors());
    }
    function stamp(text) { SpreadsheetApp.getActive().getSheets()[0].getRange('A5').setValue(text); }
  `,
  'page.html': `<!doctype html><html><head><title>ignored</title></head><body>
    <h1>受付</h1><p id="keys"></p><p id="out">…</p><p id="place"></p>
    <button id="double">二倍</button><button id="fail">失敗</button><button id="born">日付</button><button id="who">だれ</button>
    <button id="illegal">送れない</button><button id="go">先へ</button><a id="top" href="/" target="_top">上へ</a>
    <script>
      // This comment is stripped.
      var out = document.getElementById('out');
      var show = function (value) { out.textContent = JSON.stringify(value); };
      var failed = function (error) { out.textContent = error.name + '|' + error.message; };
      var run = function () { return google.script.run.withSuccessHandler(show).withFailureHandler(failed); };
      document.getElementById('keys').textContent = Object.keys(google.script.run).sort().join(' ');
      document.getElementById('double').onclick = function () { run().double(21); };
      document.getElementById('fail').onclick = function () { run().fail(); };
      document.getElementById('born').onclick = function () { run().born(); };
      document.getElementById('who').onclick = function () { run().whoAmI(); };
      document.getElementById('illegal').onclick = function () { try { run().double(new Date()); } catch (e) { out.textContent = 'thrown|' + e.message; } };
      document.getElementById('go').onclick = function () { google.script.history.push({ n: 1 }, { view: '次' }, 'x'); };
      google.script.history.setChangeHandler(function (e) { document.getElementById('place').textContent = JSON.stringify([e.state, e.location]); });
      google.script.url.getLocation(function (l) { document.getElementById('place').textContent = JSON.stringify(l); });
    </script></body></html>`,
  'side.html': `<h2>画面</h2><p id="who"></p><p id="apis"></p><button id="stamp">書く</button><button id="close">閉じる</button>
    <script>
      google.script.run.withSuccessHandler(function (value) { document.getElementById('who').textContent = value.join(','); }).whoAmI();
      document.getElementById('apis').textContent = [typeof google.script.history, typeof google.script.url, typeof google.script.host.close].join(' ');
      document.getElementById('stamp').onclick = function () { google.script.run.stamp('画面から'); };
      document.getElementById('close').onclick = function () { google.script.host.close(); };
    </script>`,
};
