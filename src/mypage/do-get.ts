/** Door 1: the page itself, static, without looking at who asks. */

/** Serves My Page; nothing in the request changes it. */
export function doGet(): GoogleAppsScript.HTML.HtmlOutput {
  return HtmlService.createHtmlOutputFromFile('mypage')
    .setTitle('職業紹介士マイページ')
    .addMetaTag('viewport', 'width=device-width, initial-scale=1');
}
